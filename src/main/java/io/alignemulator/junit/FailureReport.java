package io.alignemulator.junit;

import io.alignemulator.client.ControlException;
import io.alignemulator.client.Sandbox;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What a failed test asked its site and what it left there: a report entry, and a suppressed exception of the failure, because every report shows those. */
final class FailureReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int EXCHANGES = 5;

    private FailureReport(String text) {
        super(text, null, false, false);
    }

    /** @param owner of the sandbox of the test */
    static void add(ExtensionContext context, Object owner) {
        add(
                context,
                () -> TestSandbox.strayCalls(context, owner)
                        + TestSandbox.existing(context, owner)
                                .map(each -> text(each.sandbox()))
                                .orElse(""));
    }

    /** Of a site that the extension did not make. */
    static void of(ExtensionContext context, Sandbox sandbox) {
        add(context, () -> text(sandbox));
    }

    private static void add(ExtensionContext context, Supplier<String> told) {
        Throwable failure = context.getExecutionException().orElse(null);
        if (failure == null || failure instanceof TestAbortedException) {
            return;
        }
        String text = text(told);
        if (!text.isEmpty()) {
            context.publishReportEntry("align-emulator", text);
            failure.addSuppressed(new FailureReport(text));
        }
    }

    private static String text(Supplier<String> told) {
        try {
            return told.get();
        } catch (ControlException e) {
            return "The emulator tells nothing: " + e.getMessage();
        }
    }

    private static String text(Sandbox sandbox) {
        String changes = sandbox.world().changesText();
        String requests = sandbox.requests().text(EXCHANGES);
        return "sandbox " + sandbox.name() + "\n--- changes since the beginning ---\n"
                + (changes.isBlank() ? "none\n" : changes) + "--- last exchanges, the newest first ---\n"
                + (requests.isBlank() ? "none" : requests);
    }
}
