package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The tree of work and the pages of records: opened, made, changed in place, with a mouse and with the keyboard. */
@Rule("EMUL-34")
class WorkInABrowserTest extends ConsoleInABrowser {

    @Test
    void theTreeIsOpenedLevelByLevel() {
        open("/work");
        browser()
                .find("button[aria-label='Open Theme Service without waiting']")
                .click();
        browser()
                .find("button[aria-label='Open Epic Renewal without a phone call']")
                .click();
        browser()
                .find("button[aria-label='Open Feature Renewal offers in the customer portal']")
                .click();
        WebElement story = browser().findText("a.title", "Count renewal offers on the dashboard");
        assertTrue(story.isDisplayed());
        browser()
                .find("button[aria-label='Open Theme Service without waiting']")
                .click();
        browser().until("it is closed", () -> !story.isDisplayed());
    }

    @Test
    void theTreeIsOpenedByTheKeyboard() {
        open("/work");
        browser().tabTo("button[aria-label='Open Theme Service without waiting']");
        browser().press(Keys.ARROW_RIGHT);
        browser().find("button[aria-label='Open Epic Renewal without a phone call']");
        browser().tabTo("button[aria-label='Open Epic Renewal without a phone call']");
        browser().press(Keys.ENTER);
        browser().findText("a.title", "Renewal offers in the customer portal");
        browser().press(Keys.ARROW_LEFT);
        browser().until("it is closed", () -> "false"
                .equals(browser().driver().switchTo().activeElement().getDomAttribute("aria-expanded")));
    }

    @Test
    void aFeatureIsMadeBelowAnEpicAndIsThereInTheTree() {
        open("/records/Epics/1001");
        browser().clickThrough(browser().findText("a.button", "New feature below"));
        browser().find("input[name=title]").sendKeys("Made in the browser");
        browser().clickThrough(browser().findText("button", "Create as super-admin"));
        browser().findText("h1", "Made in the browser");
        browser().findText(".path a", "Renewal without a phone call");
        assertEquals(1, server().requests().all().size(), "one call of the API was made");
    }

    @Test
    void aTitleIsChangedInItsPlaceAndTheAuditLogTellsIt() {
        open("/records/Epics/1001");
        browser().find("button[aria-label='Edit title']").click();
        WebElement input = browser().find("[data-field=title] [name=value]");
        input.clear();
        input.sendKeys("Renewals in silence");
        browser().clickThrough(browser().findText("[data-field=title] button", "Save"));
        browser().findText("h1", "Renewals in silence");
        browser().findText("ins", "Renewals in silence");
    }

    @Test
    void aRecordIsReplacedAsAWholeAndTheCallForAShellIsTheOneThatIsMade() {
        open("/records/Epics/1001");
        browser().findText("summary", "Change it as a whole, by PUT").click();
        WebElement whole = browser().find("textarea[name=whole]");
        String changed =
                whole.getDomProperty("value").replace("Renewal without a phone call", "Renewal in one's sleep");
        browser()
                .driver()
                .executeScript(
                        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
                        whole,
                        changed);
        String curl = browser().find("[data-curl]").getText();
        assertTrue(curl.contains("-X PUT") && curl.contains("Renewal in one'\\''s sleep"), curl);
        browser().clickThrough(browser().findText("form[data-replace] button", "Replace as super-admin"));
        browser().findText("h1", "Renewal in one's sleep");
        assertEquals("PUT", server().requests().all().get(0).request().method());
    }

    @Test
    void whatIsNoJsonIsRefusedInTheServersWords() {
        open("/records/Epics/1001");
        browser().findText("summary", "Change it as a whole, by PUT").click();
        browser().find("textarea[name=whole]").clear();
        browser().find("textarea[name=whole]").sendKeys("{");
        browser().findText("form[data-replace] button", "Replace").click();
        browser().findText(".toast.failed", "400");
        assertComplainedOf(400);
    }

    @Test
    void theFieldsOfARecordAreReadOnASmallScreen() {
        browser()
                .driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", false));
        open("/records/Epics/1001");
        for (WebElement value : browser().driver().findElements(By.cssSelector("#fields ~ .scroll [data-cell]"))) {
            assertTrue(value.getRect().width > 250, value.getText() + " is " + value.getRect().width + " wide");
        }
    }

    @Test
    void aTitleOfTheTreeStandsOnOneLineInAPrintToo() {
        open("/work");
        browser().driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            WebElement title = browser().findText("a.title", "Service without waiting");
            assertTrue(title.getRect().height < 40, title.getRect().height + " high");
        } finally {
            browser().driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    @Test
    void aRefusalIsToldInTheServersWords() {
        open("/records/Epics/1001");
        browser().find("button[aria-label='Edit primaryProgramId']").click();
        WebElement input = browser().find("[data-field=primaryProgramId] [name=value]");
        input.clear();
        input.sendKeys("999", Keys.ENTER);
        assertTrue(browser().findText(".toast.failed", "400").getText().contains("Cannot update"));
        assertComplainedOf(400);
    }

    @Test
    void aTitleThatIsAScriptIsShownAndDoesNotRun() {
        String title = "<script>alert(1)</script>";
        open("/records/Epics/new");
        browser().find("input[name=title]").sendKeys(title);
        new org.openqa.selenium.support.ui.Select(browser().find("select[name=primaryProgramId]")).selectByIndex(1);
        browser().clickThrough(browser().findText("button", "Create as"));
        browser().findText("h1", title);
        open("/work?q=script");
        browser().findText("a.title", title);
        assertEquals(
                0, browser().driver().findElements(By.xpath("//main//script")).size());
    }
}
