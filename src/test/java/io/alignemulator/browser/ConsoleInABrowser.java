package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tests of the console in one browser against one server, which is as at its beginning before each. */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
abstract class ConsoleInABrowser {

    /** What the browser complained about in this test and nobody expected so far. */
    private final List<String> complaints = new ArrayList<>();

    private JiraAlignEmulator server = null;
    private Browser browser = null;

    JiraAlignEmulator startServer() {
        return JiraAlignEmulator.builder().fixtures("demo").start();
    }

    @BeforeAll
    void start(Browser one) {
        browser = one;
        server = startServer();
    }

    @BeforeEach
    void reset() {
        server.reset();
        browser.reset();
        complaints.clear();
    }

    /** Whatever a test did, nothing broke the policy of the pages, and nothing left the machine. */
    @AfterEach
    void nothingIsComplainedAboutAndNothingLeftTheMachine() {
        complaints.addAll(browser.complaints());
        assertEquals(List.of(), complaints, "what the browser complained about");
        String home = server.uri().toString();
        List<String> foreign = browser.requests().stream()
                .filter(url -> !url.startsWith(home + "/") && !url.startsWith("data:") && !url.startsWith("about:"))
                .toList();
        assertEquals(List.of(), foreign, "what was asked of another machine");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            // a page asks its server each second, and this one goes
            browser.open("about:blank");
        }
        if (server != null) {
            server.close();
        }
    }

    /** The browser complains of every answer of this status, as it has to here; what else it complained about still counts. */
    final void assertComplainedOf(int status) {
        String complaint = "Failed to load resource: the server responded with a status of " + status;
        browser.until("a complaint of " + status, () -> {
            complaints.addAll(browser.complaints());
            return complaints.removeIf(each -> each.contains(complaint));
        });
    }

    final JiraAlignEmulator server() {
        return server;
    }

    final Browser browser() {
        return browser;
    }

    /** Opens a page of the console; {@code ""} is the overview. */
    final void open(String path) {
        browser.open(server.uri() + (path.isEmpty() ? "/" : "/_emulator/console" + path));
    }
}
