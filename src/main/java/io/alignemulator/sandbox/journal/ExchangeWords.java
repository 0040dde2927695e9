package io.alignemulator.sandbox.journal;

import io.alignemulator.protocol.json.ControlJson;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Exchanges in the words of the control API. */
public final class ExchangeWords {

    private ExchangeWords() {}

    /** JSON as JSON where it is whole, other text as text, anything else in Base64. */
    public static io.alignemulator.protocol.calls.Exchange of(RecordedExchange exchange) {
        Body sent = exchange.request().body();
        Body answered = exchange.response().body();
        return new io.alignemulator.protocol.calls.Exchange(
                exchange.number(),
                exchange.time(),
                exchange.duration(),
                exchange.sandbox(),
                exchange.user()
                        .map(user -> new io.alignemulator.protocol.calls.Exchange.User(user.id(), user.persona())),
                new io.alignemulator.protocol.calls.Exchange.Request(
                        exchange.request().method(),
                        exchange.request().path(),
                        exchange.request().query(),
                        headers(exchange.request().headers()),
                        length(sent),
                        sent.isTruncated(),
                        body(sent),
                        base64(sent)),
                new io.alignemulator.protocol.calls.Exchange.Response(
                        exchange.response().status(),
                        headers(exchange.response().headers()),
                        length(answered),
                        answered.isTruncated(),
                        body(answered),
                        base64(answered),
                        exchange.response().ids()),
                List.copyOf(exchange.rules()),
                List.copyOf(exchange.ignored()),
                List.copyOf(exchange.notes()),
                exchange.fault());
    }

    private static List<io.alignemulator.protocol.calls.Exchange.Header> headers(
            List<RecordedExchange.Header> headers) {
        return headers.stream()
                .map(each -> new io.alignemulator.protocol.calls.Exchange.Header(each.name(), each.value()))
                .toList();
    }

    private static OptionalLong length(Body body) {
        return body.length() == 0 ? OptionalLong.empty() : OptionalLong.of(body.length());
    }

    private static @Nullable Object body(Body body) {
        return body.length() == 0
                ? null
                : body.text()
                        .map(text -> body.isTruncated() ? text : parsed(text))
                        .orElse(null);
    }

    private static Optional<String> base64(Body body) {
        return body.text().isPresent()
                ? Optional.empty()
                : Optional.of(Base64.getEncoder().encodeToString(body.kept()));
    }

    private static Object parsed(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return text;
        }
    }

    /** As a server-sent event: id, name and the JSON on one line. */
    public static String event(RecordedExchange exchange) {
        return "id: " + exchange.number() + "\nevent: exchange\ndata: "
                + ControlJson.strict().writeValueAsString(of(exchange)) + "\n\n";
    }
}
