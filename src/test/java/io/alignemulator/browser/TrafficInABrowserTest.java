package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.conformance.suite.Suite;
import io.alignemulator.rules.Rule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The traffic of a site in a browser: it follows the journal, is filtered, tells of one call, and faults are switched on and off. */
@Rule("EMUL-34")
class TrafficInABrowserTest extends ConsoleInABrowser {

    private int call(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server().apiUri() + path))
                .header("Authorization", "bearer " + server().token("team-member"))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCallIsSeenWithoutLoadingThePageAnew() {
        open("/traffic");
        browser().findText(".empty", "No call came yet");
        browser().findText("[data-live]", "follows new calls");
        assertEquals(200, call("/stories?$top=1"));
        browser().findText(".traffic a", "/stories?$top=1");
        browser().find("[data-live-switch]").click();
        browser().findText("[data-live]", "stands still");
        assertEquals(200, call("/features?$top=1"));
        browser().find("[data-live-switch]").click();
        browser().findText(".traffic a", "/features?$top=1");
    }

    @Test
    void theListIsFilteredByTheWordsOfTheControlApiAndStaysSoWhenCallsCome() {
        call("/stories?$top=1");
        call("/stories/999999");
        open("/traffic");
        browser().find("input[name=status]").sendKeys("4xx", Keys.ENTER);
        browser().findText(".traffic a", "/stories/999999");
        assertTrue(browser().driver().getCurrentUrl().endsWith("/traffic?status=4xx"), "nothing empty in the address");
        browser().findText("[data-live]", "follows new calls");
        call("/stories?$top=2");
        call("/stories/888888");
        browser().findText(".traffic a", "/stories/888888");
        assertEquals(
                2,
                browser()
                        .driver()
                        .findElements(By.cssSelector(".traffic tbody tr"))
                        .size());
    }

    @Test
    void aConditionThatIsNoneIsTold() {
        open("/traffic?status=abc");
        browser().findText("[role=alert]", "is not a number such as 204");
    }

    @Test
    void oneCallIsLookedAtByTheKeyboard() {
        call("/stories/999999");
        open("/traffic");
        browser().tabTo(".traffic a");
        browser().press(Keys.ENTER);
        browser().findText("h1", "Call 1");
        assertFalse(browser().driver().findElements(By.cssSelector(".rules dt")).isEmpty(), "rules are told");
        browser().tabTo(".snippet summary");
        browser().press(Keys.ENTER);
        WebElement curl = browser().findText("details[open] pre", "curl -i");
        assertTrue(curl.getText().contains("bearer " + server().token("team-member")), curl.getText());
    }

    @Test
    void aFaultIsOnWithOneClickAndActsOnceAndThenAnotherIsOn() {
        open("/traffic");
        browser().clickThrough(browser().findText(".presets button", "503"));
        assertEquals(1, server().faults().all().size());
        assertEquals(503, call("/stories?$top=1"));
        assertEquals(200, call("/stories?$top=1"));
        browser().clickThrough(browser().findText(".presets button", "Page of a proxy"));
        browser().findText("td code", "proxyPage");
        assertEquals(1, server().faults().all().size(), "the one that has acted is gone");
        assertEquals(502, call("/stories?$top=1"));
        browser().clickThrough(browser().find("button[aria-label^='Remove fault']"));
        browser().findText(".empty", "Nothing goes wrong on purpose");
    }

    @Test
    void aFaultIsForTheCallsThatAreChosen() {
        open("/traffic");
        new Select(browser().find("form[data-fault] select[name=method]")).selectByVisibleText("GET");
        browser().find("form[data-fault] input[name=path]").sendKeys("/epics/*");
        new Select(browser().find("select[name=often]")).selectByVisibleText("every call");
        browser().clickThrough(browser().findText(".presets button", "429"));
        assertEquals(200, call("/stories?$top=1"));
        assertEquals(429, call("/epics/1001"));
        assertEquals(429, call("/epics/1001"));
    }

    @Test
    void aFaultThatIsRefusedIsToldInTheWordsOfTheControlApi() {
        open("/traffic");
        browser().find("form[data-fault] input[name=path]").sendKeys("epics");
        browser().findText(".presets button", "503").click();
        browser().findText(".toast.failed", "is not a path such as");
        assertComplainedOf(400);
    }

    @Test
    @Rule("EMUL-36")
    void verdictsOnTheClientComeInWithItsCalls() {
        open("/requirements");
        browser().findText("main", "The client made no call.");
        browser().findText("[data-live]", "follows new calls");
        call("/stories?$top=1");
        String all = " of " + Suite.load().requirements().size() + " requirements are not met";
        browser().findText("main", "0" + all);
        call("/regions?top=100");
        browser().findText("main", "1" + all);
        browser().clickThrough(browser().findText(".traffic-of-verdict a", "/regions?top=100"));
        browser().findText("h1", "Call 2");
    }
}
