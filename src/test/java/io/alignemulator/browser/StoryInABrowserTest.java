package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.rules.Rule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** One afternoon with the console: a record is made, the client's limit is used up, the clock is turned. */
@Rule({"EMUL-34", "RATE-01"})
class StoryInABrowserTest extends ConsoleInABrowser {

    private static final int LIMIT = 5;

    @Override
    JiraAlignEmulator startServer() {
        return JiraAlignEmulator.builder()
                .fixtures("demo")
                .set("rate-limit", LIMIT + "/60:60")
                .start();
    }

    @Test
    void anEpicIsMadeTheLimitIsUsedUpAndTheClockEndsTheBlock() throws Exception {
        open("");
        browser().clickThrough(browser().findText("button", "Freeze"));
        browser().clickThroughAndConfirm(browser().findText("button", "Reset the site"));
        browser().findText("[data-clock-mode]", "runs");
        browser().clickThrough(browser().findText("button", "Freeze"));

        open("/work");
        browser().clickThrough(browser().findText("a", "New epic"));
        browser().find("input[name=title]").sendKeys("An epic of this afternoon");
        new Select(browser().find("select[name=primaryProgramId]")).selectByValue("1");
        browser().clickThrough(browser().findText("button", "Create as"));
        browser().findText("h1", "An epic of this afternoon");

        open("/traffic");
        browser().findText("main", "POST");
        browser().findText("main", "/rest/align/api/2/epics");

        int status = 200;
        for (int i = 0; i < LIMIT; i++) {
            status = call();
        }
        assertEquals(429, status, "one call of these was one too many");

        open("");
        browser().findText("[data-limiter] .chip", "blocked, 60 s left");
        new Select(browser().find("select[name=advance]")).selectByVisibleText("10 seconds");
        browser().clickThrough(browser().findText("button", "Advance"));
        browser().findText("[data-limiter] .chip", "blocked, 50 s left");
        server().clock().advance(java.time.Duration.ofSeconds(7));
        browser().findText("[data-limiter] .chip", "blocked, 43 s left");
        new Select(browser().find("select[name=advance]")).selectByVisibleText("61 seconds");
        browser().clickThrough(browser().findText("button", "Advance"));
        browser().findText("[data-limiter-empty]", "No call was counted");
        assertEquals(200, call());
        assertTrue(browser().findText("[data-limiter] .chip", "answered").isDisplayed());
    }

    private int call() throws IOException, InterruptedException {
        URI epics = URI.create(server().uri() + "/rest/align/api/2/epics?$top=1");
        HttpRequest request = HttpRequest.newBuilder(epics)
                .header("Authorization", "bearer user:3|program-manager")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
