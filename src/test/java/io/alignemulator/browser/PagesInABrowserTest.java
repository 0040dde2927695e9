package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the console, as somebody sees it: no serious finding of axe in light and dark, nothing beyond the edge of a small screen, all within the policy. */
@Rule("EMUL-34")
class PagesInABrowserTest extends ConsoleInABrowser {

    @ParameterizedTest
    @ValueSource(strings = {"", "/?site=nobody"})
    void everyPageIsForEverybody(String page) {
        for (String scheme : List.of("light", "dark")) {
            browser().prefer(scheme);
            open(page);
            assertEquals(
                    1,
                    browser()
                            .driver()
                            .findElements(org.openqa.selenium.By.tagName("h1"))
                            .size());
            assertEquals(List.of(), browser().seriousFindings(), page + " in " + scheme);
        }
        if (page.contains("nobody")) {
            // the page that says so is a 404, of which the browser tells
            browser().complaints();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {""})
    void noPageIsWiderThanASmallScreen(String page) {
        for (int width : List.of(360, 768, 3840)) {
            browser()
                    .driver()
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            java.util.Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
            open(page);
            Object wide = browser().driver().executeScript("return document.documentElement.scrollWidth");
            assertTrue(((Number) wide).intValue() <= width, page + " is " + wide + " wide on a screen of " + width);
        }
        browser().driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
    }
}
