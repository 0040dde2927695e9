package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Every page of the console, as somebody sees it: no serious finding of axe in light and dark, nothing beyond the edge of a small screen, all within the policy. */
@Rule("EMUL-34")
class PagesInABrowserTest extends ConsoleInABrowser {

    /** Each once; the next one is added here. */
    static Stream<String> pages() {
        return Stream.of(
                "",
                "/?site=nobody",
                "/work",
                "/work?q=nothing-of-the-kind",
                "/records/Epics",
                "/records/Epics/1001",
                "/records/Features/new?parentId=1001",
                "/roadmap",
                "/objectives",
                "/people",
                "/people/4?verb=GET&path=/epics",
                "/traffic",
                "/traffic?status=abc",
                "/requirements",
                "/records/nothing");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsForEverybodyAndFitsEveryScreen(String page) {
        browser().prefer("light");
        open(page);
        assertEquals(1, browser().driver().findElements(By.tagName("h1")).size());
        assertEquals(List.of(), browser().layoutShifts(), page + " jumps while it is loaded");
        for (int width : List.of(360, 768, 3840)) {
            assertWide(page, width);
        }
        browser().showOneOfAKind();
        assertEquals(List.of(), browser().seriousFindings(), page + " in light");
        browser().prefer("dark");
        assertEquals(List.of(), browser().findingsOfContrast(), page + " in dark");
        if (page.contains("nobody") || page.equals("/records/nothing")) {
            assertComplainedOf(404);
        }
    }

    /** What comes in pieces is shown when it is whole, and what is told later has its place before. */
    @ParameterizedTest
    @ValueSource(strings = {"/records/Epics", "/objectives", "/traffic", "/requirements"})
    void aPageThatComesSlowlyDoesNotJump(String page) {
        browser().slow(100_000);
        open(page);
        if (!browser().driver().findElements(By.cssSelector("[data-live]")).isEmpty()) {
            browser().findText("[data-live]", "follows new calls");
        }
        assertEquals(List.of(), browser().layoutShifts());
    }

    @Test
    void aPageThatJumpsWouldBeSeen() {
        open("");
        browser()
                .driver()
                .executeScript("document.body.prepend(Object.assign(document.createElement('div'), { id: 'late' }));"
                        + "document.getElementById('late').style.height = '300px'");
        browser().until("a jump", () -> !browser().layoutShifts().isEmpty());
    }

    private void assertWide(String page, int width) {
        browser()
                .driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        Object wide = browser().driver().executeScript("return document.documentElement.scrollWidth");
        assertTrue(((Number) wide).intValue() <= width, page + " is " + wide + " wide on a screen of " + width);
    }

    /** The pictures of the documentation, made anew with {@code -Dimages=docs/images}. */
    @Test
    @EnabledIfSystemProperty(named = "images", matches = ".+")
    void picturesAreTaken() {
        Map<String, String> pictures = Map.of(
                "overview", "", "work", "/work?program=1", "record", "/records/Epics/1001", "traffic", "/traffic");
        Path folder = Path.of(System.getProperty("images"));
        browser().size(1280, 860);
        browser().prefer("light");
        pictures.forEach((name, page) -> {
            open(page);
            browser().picture(folder.resolve("console-" + name + ".png"));
        });
        browser().prefer("dark");
        open("/work");
        browser()
                .find("button[aria-label='Open Theme Service without waiting']")
                .click();
        browser()
                .find("button[aria-label='Open Epic Renewal without a phone call']")
                .click();
        browser().findText("a.title", "Renewal offers in the customer portal");
        browser().picture(folder.resolve("console-dark.png"));
    }
}
