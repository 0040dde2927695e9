package io.alignemulator.conformance.run;

import io.alignemulator.conformance.judge.ObservedCall;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A call and its answer for people. Credentials are masked in the journal already. */
final class CallText {

    private static final Set<String> SHOWN =
            Set.of("authorization", "content-type", "retry-after", "location", "host", "accept");
    private static final int LONGEST = 600;

    private CallText() {}

    static String of(ObservedCall call) {
        StringBuilder text = new StringBuilder(call.line()).append(", ").append(call.time());
        part(text, "> ", call.headers(), call.body());
        part(text, "< ", call.answerHeaders(), call.answer());
        return text.toString();
    }

    private static void part(StringBuilder text, String mark, Map<String, String> headers, @Nullable Object body) {
        headers.forEach((name, value) -> {
            if (SHOWN.contains(name)) {
                text.append('\n').append(mark).append(name).append(": ").append(value);
            }
        });
        if (body != null) {
            String written =
                    body instanceof String plain ? plain : JsonMapper.shared().writeValueAsString(body);
            text.append('\n')
                    .append(mark)
                    .append(
                            written.length() <= LONGEST
                                    ? written
                                    : written.substring(0, LONGEST) + "... (" + written.length() + " characters)");
        }
    }
}
