package io.alignemulator.junit;

import io.alignemulator.client.ControlException;
import io.alignemulator.client.Sandbox;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What a failed test asked its site and what it left there: a report entry, and a suppressed exception of the failure, because every report shows those. */
final class FailureReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int EXCHANGES = 5;

    private FailureReport(String text) {
        super(text, null, false, false);
    }

    static void add(ExtensionContext context, Throwable failure, Sandbox sandbox) {
        if (failure instanceof TestAbortedException) {
            return;
        }
        String text = text(sandbox);
        context.publishReportEntry("align-emulator", text);
        failure.addSuppressed(new FailureReport(text));
    }

    private static String text(Sandbox sandbox) {
        try {
            String changes = sandbox.world().changesText();
            String requests = sandbox.requests().text(EXCHANGES);
            return "sandbox " + sandbox.name() + "\n--- changes since the beginning ---\n"
                    + (changes.isBlank() ? "none\n" : changes) + "--- last exchanges, the newest first ---\n"
                    + (requests.isBlank() ? "none" : requests);
        } catch (ControlException e) {
            return "sandbox " + sandbox.name() + " tells nothing: " + e.getMessage();
        }
    }
}
