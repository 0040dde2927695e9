package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The levers of the overview, pulled with a mouse and with the keyboard. */
@Rule("EMUL-34")
class OverviewInABrowserTest extends ConsoleInABrowser {

    @Test
    void theClockIsFrozenAdvancedAndLetRun() {
        open("");
        browser().clickThrough(browser().findText("button", "Freeze"));
        assertTrue(server().clock().state().frozen());
        java.time.Instant frozen = server().clock().now();
        new Select(browser().find("select[name=advance]")).selectByVisibleText("1 day");
        browser().clickThrough(browser().findText("button", "Advance"));
        assertEquals(frozen.plus(java.time.Duration.ofDays(1)), server().clock().now());
        browser().clickThrough(browser().findText("button", "Let it run"));
        assertEquals(false, server().clock().state().frozen());
    }

    @Test
    void aSnapshotIsTakenAndRestored() {
        open("");
        browser().find("form[data-call^='PUT /snapshots'] input").sendKeys("before");
        browser().clickThrough(browser().findText("button", "Take a snapshot"));
        assertEquals(1, server().snapshots().all().size());
        browser().clickThroughAndConfirm(browser().find("button[aria-label='Restore before']"));
        browser().clickThroughAndConfirm(browser().find("button[aria-label='Forget before']"));
        browser().findText(".empty", "No snapshot was taken");
    }

    @Test
    void whoIsAskedAndSaysNoLosesNothing() {
        open("");
        browser().find("form[data-call='PUT /snapshots/{name}'] input").sendKeys("kept");
        browser().clickThrough(browser().findText("button", "Take a snapshot"));
        browser().findText("button", "Reset the site").click();
        browser().refuse("Reset default? Everything that was written, issued and set goes.");
        browser().find("button[aria-label='Forget kept']").click();
        browser().refuse("Forget kept?");
        open("");
        browser().find("button[aria-label='Forget kept']");
    }

    @Test
    void aSandboxIsMadeShownAndDeleted() {
        open("");
        browser().find("form[data-server-call='POST /sandboxes'] input").sendKeys("demo-two");
        browser().clickThrough(browser().findText("button", "Make a sandbox"));
        browser().clickThrough(browser().findText("th a", "demo-two"));
        assertEquals(
                "demo-two", browser().driver().findElement(By.tagName("body")).getDomAttribute("data-site"));
        browser().clickThroughAndConfirm(browser().find("button[aria-label='Delete demo-two']"));
        browser().until("it is gone", () -> browser()
                .driver()
                .findElements(By.linkText("demo-two"))
                .isEmpty());
    }

    @Test
    void everythingIsReachedByTheKeyboardAlone() {
        open("");
        browser().press(Keys.TAB);
        assertEquals("skip", browser().driver().switchTo().activeElement().getDomAttribute("class"));
        browser().tabTo("button[aria-label='Copy the base URL']");
        browser().tabTo("form[data-call='PUT /clock'] button");
        browser().press(Keys.ENTER);
        browser().findText("button", "Let it run");
        assertTrue(server().clock().state().frozen());
    }

    @Test
    void theSwitchOfTheThemeIsRemembered() {
        browser().prefer("light");
        open("");
        browser().find("[data-theme-switch]").click();
        open("");
        assertEquals("dark", browser().driver().findElement(By.tagName("html")).getDomAttribute("data-theme"));
    }
}
