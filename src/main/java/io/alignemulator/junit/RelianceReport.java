package io.alignemulator.junit;

import io.alignemulator.client.ControlException;
import io.alignemulator.protocol.ReliedOn;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test rests on, as a report entry of it: the rules that had a say in its calls and are only assumed of the real site, with what switches them. */
final class RelianceReport {

    private RelianceReport() {}

    static void add(ExtensionContext context, Object owner) {
        String text;
        try {
            text = TestSandbox.existing(context, owner)
                    .map(each -> text(each.sandbox().reliedOn()))
                    .orElse("");
        } catch (ControlException e) {
            text = "";
        }
        if (!text.isEmpty()) {
            context.publishReportEntry("align-emulator.relied-on", text);
        }
    }

    private static String text(List<ReliedOn> rules) {
        return rules.stream()
                .map(each -> each.rule() + " (" + each.evidence() + ", " + each.calls() + " calls"
                        + (each.switchedBy().isEmpty() ? "" : ", " + each.switchedBy()) + "): " + each.says())
                .collect(Collectors.joining("\n"));
    }
}
