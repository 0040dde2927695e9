package io.alignemulator.browser;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Plans and people in a browser: pages lead to what they tell of. */
@Rule("EMUL-34")
class PlansInABrowserTest extends ConsoleInABrowser {

    private static final Pattern SHEET = Pattern.compile("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]");

    @Test
    void whySomebodyDoesNotSeeAListIsAsked() {
        open("/people");
        browser().clickThrough(browser().findText("td a", "Casey Member"));
        browser().find("input[name=path]").sendKeys("/epics");
        browser().clickThrough(browser().findText("button", "Ask"));
        browser().findText("[role=status]", "The list has");
        browser().clickThrough(browser().findText("a.button", "See the site as this user"));
        browser().findText(".banner", "Seen by");
    }

    @Test
    void theRoadmapIsPrintedAcrossTheSheetAndOtherPagesUpright() {
        open("/roadmap");
        assertTrue(wide(sheet()));
        open("/objectives");
        assertFalse(wide(sheet()));
    }

    private static boolean wide(Matcher sheet) {
        return Double.parseDouble(sheet.group(1)) > Double.parseDouble(sheet.group(2));
    }

    /** The first sheet of the printed page, its width and height. */
    private Matcher sheet() {
        Matcher box = SHEET.matcher(new String(browser().printed(), StandardCharsets.ISO_8859_1));
        assertTrue(box.find());
        return box;
    }

    @Test
    void anEpicOfTheRoadmapAndAnObjectiveLeadToTheirRecords() {
        open("/roadmap");
        browser().find(".roadmap .track rect.bar");
        browser().clickThrough(browser().find(".roadmap tr.epic a.title"));
        browser().find("[data-record]");
        open("/objectives");
        browser().clickThrough(browser().find(".objective h3 a.title"));
        browser().find("[data-record]");
    }
}
