package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Traffic on the pages of the console: the journal by the matcher of the control API, one exchange with what it changed, and nothing that hides itself in a text. */
@Rule("EMUL-34")
@Tag("in-process")
class ConsoleTrafficTest extends BlackBox {

    private static final String TRAFFIC = "/_emulator/console/traffic";
    private static final Pattern NUMBER = Pattern.compile("/traffic/([0-9]+)[?\"]");

    @Override
    SiteUnderTest start() {
        return EmulatedSite.with(ServerSettings.FIXTURES, "demo");
    }

    @BeforeEach
    void emptyTheJournal() {
        control("POST", "/reset", "");
    }

    private String page(String query) {
        return wire().get(TRAFFIC + query).expect(200).body();
    }

    private static List<Integer> numbers(String page) {
        return NUMBER.matcher(page)
                .results()
                .map(each -> Integer.valueOf(each.group(1)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "method=patch",
                "path=/epics/*",
                "status=4xx",
                "persona=team-member",
                "rule=WRIT-01",
                "method=GET&nth=2",
                "bodyContains=Renamed",
                "times=1"
            })
    void thePageHasTheCallsThatTheControlApiFinds(String conditions) {
        client().get("/epics/1001");
        client().get("/epics/999999");
        new Client(site().uri(), "user:4|team-member").get("/stories?$top=1");
        client().patch("/epics/1001", "[{\"op\": \"replace\", \"path\": \"/title\", \"value\": \"Renamed\"}]");
        List<Integer> expected = new java.util.ArrayList<>();
        control("GET", "/requests?order=newest" + (conditions.isEmpty() ? "" : "&" + conditions), "")
                .expect(200)
                .json()
                .path("requests")
                .forEach(each -> expected.add(each.path("number").asInt()));
        String query = conditions.isEmpty() ? "" : "?" + conditions;
        assertEquals(expected, numbers(page(query)));
        assertEquals(expected, numbers(page("/rows" + query)), "what the page asks for anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=abc", "path=epics", "metod=GET", "nth=0", "pathPattern=("})
    void aConditionThatIsNoneIsToldInTheWordsOfTheControlApi(String conditions) {
        client().get("/epics/1001");
        String told = control("GET", "/requests?" + conditions, "")
                .expect(400)
                .json()
                .path("error")
                .asString("");
        String page = page("?" + conditions);
        assertTrue(told.length() > 10 && Html.unescaped(page).contains(told), told);
        assertEquals(List.of(), numbers(page));
    }

    @Test
    void anExchangeTellsWhatItChangedAndByWhichRules() {
        client().patch("/epics/1001", "[{\"op\": \"replace\", \"path\": \"/title\", \"value\": \"Renamed\"}]")
                .expect(204);
        String page = page("/1");
        assertTrue(page.contains("<code>&#34;Renamed&#34;</code>") || page.contains("<code>\"Renamed\"</code>"), page);
        assertTrue(page.contains("href=\"/_emulator/console/records/Epics/1001\""), "the record is a link");
        assertTrue(page.contains("<code>lastUpdatedBy"), "what a write carries along");
        String rule =
                control("GET", "/requests/1", "").json().path("rules").path(0).asString("");
        assertTrue(page.contains("<code>" + rule + "</code>"), rule);
        assertFalse(page("?method=GET").contains("/traffic/1\""), "the list of other calls");
    }

    @Test
    void theListSaysWhyACallWasRefusedAndThePageOfACallDecodesItsQuery() {
        client().get("/epics?$filter=titel%20eq%20'x'").expect(400);
        String list = Html.unescaped(page(""));
        assertTrue(list.contains("Could not find a property named 'titel'"), list);
        String call = Html.unescaped(page("/1"));
        assertTrue(call.contains("<dt>$filter</dt><dd><code>titel eq 'x'</code>"), call);
    }

    @Test
    void aCallThatIsRefusedChangesNothing() {
        client().patch("/epics/1001", "[{\"op\": \"replace\", \"path\": \"/primaryProgramId\", \"value\": 999}]")
                .expect(400);
        assertTrue(page("/1").contains("No record."));
    }

    @Test
    void throughAUsersEyesThereAreTheCallsOfThatUser() {
        client().get("/epics/1001");
        new Client(site().uri(), "user:4|team-member").get("/stories?$top=1");
        assertEquals(List.of(2), numbers(page("?as=4")));
        wire().get(TRAFFIC + "/2?as=4").expect(200);
        wire().get(TRAFFIC + "/1?as=4").expect(404);
        wire().get(TRAFFIC + "/3").expect(404);
    }

    @Test
    void olderCallsAreOnOtherPages() {
        for (int i = 0; i < 52; i++) {
            client().get("/regions?$top=1");
        }
        assertEquals(50, numbers(page("")).size());
        assertEquals(List.of(2, 1), numbers(page("?before=3")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</pre><b>bold</b>"})
    void whatWasSentIsText(String text) {
        client().post("/epics", JsonMapper.shared().writeValueAsString(Map.of("title", text, "primaryProgramId", 1)))
                .expect(201);
        client().get("/epics?$filter=title%20eq%20'"
                + java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8) + "'");
        for (String path : List.of(
                "/1",
                "/2",
                "?bodyContains=" + java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8))) {
            String page = page(path);
            assertFalse(page.contains("<script>alert"), path);
            assertFalse(page.contains("<img src=x"), path);
            assertFalse(page.contains("<b>bold"), path);
        }
    }

    @Test
    void aTokenThatBecameTextOfARecordIsMasked() {
        client().post("/epics", "{\"title\": \"user:3|program-manager\", \"primaryProgramId\": 1}")
                .expect(201);
        String page = page("/1");
        String changes = page.substring(page.indexOf("id=\"changes\""), page.indexOf("id=\"again\""));
        assertTrue(changes.contains("title"), changes);
        assertFalse(changes.contains("program-manager"), "the token of somebody in the title");
    }

    @Test
    void faultsThatAreOnAreListed() {
        assertTrue(page("").contains("Nothing goes wrong on purpose."));
        control(
                        "POST",
                        "/faults",
                        "{\"match\": {\"path\": \"/epics/*\"}, \"effect\": {\"type\": \"status\", \"code\": 503}}")
                .expect(201);
        String page = Html.unescaped(page(""));
        assertTrue(page.contains("<code>{\"path\":\"/epics/*\"}</code>"), page);
        assertTrue(page.contains("data-call=\"DELETE /faults/1\""), "it can be removed");
        client().get("/epics/1001").expect(503);
        assertTrue(page("").contains("fault: "), "the call tells of it");
    }

    @Test
    void everyFaultThatIsOneClickAwayIsTakenByTheControlApi() {
        List<String> effects = Pattern.compile("name=\"effect\" value=\"([^\"]*)\"")
                .matcher(page(""))
                .results()
                .map(each -> Html.unescaped(each.group(1)))
                .toList();
        assertTrue(effects.size() > 10, effects.toString());
        for (String effect : effects) {
            control("POST", "/faults", "{\"match\": {\"times\": 1}, \"effect\": " + effect + "}")
                    .expect(201);
            control("DELETE", "/faults", "").expect(204);
        }
    }
}
