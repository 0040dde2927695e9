package io.alignemulator.browser;

import io.alignemulator.rules.Rule;
import org.junit.jupiter.api.Test;

/** Plans and people in a browser: pages lead to what they tell of. */
@Rule("EMUL-34")
class PlansInABrowserTest extends ConsoleInABrowser {

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
