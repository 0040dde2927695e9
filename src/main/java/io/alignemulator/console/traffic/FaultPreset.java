package io.alignemulator.console.traffic;

import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.json.ControlJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A fault to be switched on with one click.
 *
 * @param title what the button says
 * @param effect as the control API takes it
 * @param means what the effect does
 */
public record FaultPreset(String title, String effect, String means) {

    private static final int DRIP = 64;

    /** One of each kind that needs no words. */
    static List<FaultPreset> all() {
        return List.of(
                of("503", Fault.status(503)),
                of("500", Fault.status(500)),
                of("429", Fault.tooManyRequests()),
                of("429, retry after 30 s", Fault.tooManyRequests(Duration.ofSeconds(30))),
                of("429 and a block", Fault.block()),
                of("401", Fault.status(401)),
                of("Token ends", Fault.unauthorizedFromNowOn()),
                of("403", Fault.status(403)),
                of("Page of a proxy", Fault.proxyPage(502)),
                of("Answer 2 s late", Fault.delay(Duration.ofSeconds(2))),
                of("Answer trickles", Fault.drip(DRIP, Duration.ofMillis(100))),
                of("Closed before it ran", Fault.closeBefore()),
                of("Closed after it ran", Fault.closeAfter()),
                of("Half a body", Fault.truncatedBody()),
                of("Broken JSON", Fault.malformedJson()),
                of("One key more", Fault.extraProperty("addedLater", Map.of("a", 1))));
    }

    /** The methods that a fault may be about. */
    public static List<String> methods() {
        return java.util.Arrays.stream(Method.values()).map(Method::name).toList();
    }

    private static FaultPreset of(String title, Fault fault) {
        Class<? extends Effect> type = fault.effect().getClass();
        io.alignemulator.protocol.json.Doc doc = type.getAnnotation(io.alignemulator.protocol.json.Doc.class);
        return new FaultPreset(
                title,
                ControlJson.strict().valueToTree(fault).path("effect").toString(),
                doc == null ? "" : doc.value());
    }
}
