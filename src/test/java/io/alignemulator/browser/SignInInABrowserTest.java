package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.rules.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server with a control token: a page asks for it once. */
@Rule("EMUL-34")
class SignInInABrowserTest extends ConsoleInABrowser {

    @Override
    JiraAlignEmulator startServer() {
        return JiraAlignEmulator.builder()
                .fixtures("minimal")
                .set("control-token", "open sesame")
                .start();
    }

    @Test
    void whoKnowsTheTokenSignsInPullsALeverAndSignsOut() {
        open("");
        assertEquals(List.of(), browser().seriousFindings());
        browser().find("#control-token").sendKeys("wrong");
        browser().findText("button", "Sign in").click();
        browser().findText(".toast.failed", "That is not the control token.");
        browser().find("#control-token").clear();
        browser().find("#control-token").sendKeys("open sesame");
        browser().clickThrough(browser().findText("button", "Sign in"));
        browser().findText("h1", "Overview");
        browser().clickThrough(browser().findText("button", "Freeze"));
        assertEquals(true, server().clock().state().frozen());
        browser().clickThrough(browser().findText("button", "Sign out"));
        browser().findText("h1", "Sign in");
        assertComplainedOf(401);
    }
}
