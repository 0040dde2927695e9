package io.alignemulator.junit;

import io.alignemulator.client.HasSandbox;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The failure report for who starts the server: a failed test tells what it asked the site last and what it left there, as with {@link AlignExtension}. To be registered in a static or an
 * instance field: {@code @RegisterExtension static final SiteReport REPORT = SiteReport.of(() -> align);}. Reset the site before each test, or the report tells of the tests before too.
 */
public final class SiteReport implements AfterTestExecutionCallback {

    private final Supplier<? extends HasSandbox> site;

    private SiteReport(Supplier<? extends HasSandbox> site) {
        this.site = site;
    }

    /** @param site asked when a test has failed, so that it may be started later than the class is loaded */
    public static SiteReport of(Supplier<? extends HasSandbox> site) {
        return new SiteReport(site);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            FailureReport.of(context, site.get().sandbox());
        }
    }
}
