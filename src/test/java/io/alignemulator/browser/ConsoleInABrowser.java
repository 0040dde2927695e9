package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
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

    private JiraAlignEmulator server = null;
    private Browser browser = null;

    JiraAlignEmulator startServer() {
        return JiraAlignEmulator.builder().fixtures("demo").start();
    }

    @BeforeAll
    void start() {
        server = startServer();
        browser = Browser.start();
    }

    @BeforeEach
    void reset() {
        server.reset();
        browser.size(1440, 1000);
        browser.open("about:blank");
        browser.complaints();
        browser.requests();
    }

    /** Whatever a test did, nothing broke the policy of the pages, and nothing left the machine. */
    @AfterEach
    void nothingIsComplainedAboutAndNothingLeftTheMachine() {
        assertEquals(List.of(), browser.complaints(), "what the browser complained about");
        String home = server.uri().toString();
        List<String> foreign = browser.requests().stream()
                .filter(url -> !url.startsWith(home + "/") && !url.startsWith("data:") && !url.startsWith("about:"))
                .toList();
        assertEquals(List.of(), foreign, "what was asked of another machine");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
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
