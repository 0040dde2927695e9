package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Roadmap, objectives and people on the pages of the console: what they show is what the API says, seen through whoever's eyes. */
@Rule("EMUL-34")
@Tag("in-process")
class ConsolePlansTest extends BlackBox {

    private static final String BASE = "/_emulator/console";
    private static final String HIDING = "<script>alert(1)</script>";

    @Override
    SiteUnderTest start() {
        return EmulatedSite.with(ServerSettings.FIXTURES, "demo");
    }

    private String page(String path) {
        return wire().get(BASE + path).expect(200).body();
    }

    private Client as(int user, String persona) {
        return new Client(site().uri(), "user:" + user + "|" + persona);
    }

    private static List<Integer> ids(String page, String collection) {
        return Pattern.compile("/records/" + collection + "/([0-9]+)[?\"]")
                .matcher(page)
                .results()
                .map(each -> Integer.valueOf(each.group(1)))
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/roadmap", "/objectives", "/people", "/people/4", "/people/6"})
    void nothingOfAPageIsBeyondThePolicyAndLookingIsNoCall(String path) {
        String page = page(path);
        assertFalse(page.contains(" style=") || page.contains("<style") || page.contains(" onclick"), path);
        assertTrue(page.contains("aria-current=\"page\""), "the navigation says where one is");
        assertEquals(0, control("GET", "/requests", "").json().path("total").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/roadmap?portfolio=99999&from=x",
                "/roadmap?page=999",
                "/objectives?page=999",
                "/people/4?path=%25%25&verb=X"
            })
    void whatNobodyHasIsAPageThatSaysSo(String path) {
        assertTrue(page(path).contains("<h1>"), path);
    }

    @Test
    void theRoadmapHasTheEpicsOfTheIncrementsAsBarsThatBeginWhereTheIncrementDoes() {
        String page = page("/roadmap?portfolio=1");
        List<Integer> epics = ids(page, "Epics");
        List<Integer> of = client().get(
                        "/epics?$select=id&$filter=releaseIds/any(r:%20r%20eq%201%20or%20r%20eq%202%20or%20r%20eq%203)")
                .ids();
        assertFalse(epics.isEmpty());
        assertTrue(of.containsAll(epics), epics + " are among " + of);
        assertTrue(page.contains("Personal Insurance 2026-Q4, 2026-09-28 to 2026-12-18"), "an increment");
        assertTrue(page.contains("x=\"0.00%\""), "the first one begins on the left");
        assertTrue(page.contains("Personal Insurance 2026-Q3 Sprint 2, 2026-07-20 to 2026-07-31"), "a sprint");
    }

    @Test
    void theRoadmapGoesOnOnOtherPages() {
        List<Integer> first = ids(page("/roadmap?portfolio=1"), "Epics");
        List<Integer> second = ids(page("/roadmap?portfolio=1&page=1"), "Epics");
        assertEquals(12, first.size());
        assertFalse(second.isEmpty());
        assertFalse(second.stream().anyMatch(first::contains), first + " and " + second);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void throughAUsersEyesThereIsNoRecordThatTheApiHides(int user) {
        String persona = List.of("program-manager", "team-member", "read-only").get(user - 3);
        for (String path : List.of("/roadmap", "/objectives")) {
            String page = page(path + "?as=" + user);
            for (String collection : List.of("Epics", "Features", "Goals", "Objectives", "KeyResults")) {
                for (int id : ids(page, collection)) {
                    as(user, persona).get("/" + collection + "/" + id).expect(200);
                }
            }
        }
    }

    @Test
    void goalsHaveTheirObjectivesAndTheScoreThatTheApiPrints() {
        String page = page("/objectives");
        assertEquals(client().get("/goals?$select=id").ids(), ids(page, "Goals"));
        Answer objective = client().get("/objectives/2").expect(200);
        long percent = Math.round(100 * objective.json().path("score").asDouble());
        assertTrue(
                page.contains("Progress of A claim is an appointment, not a struggle: " + percent + " %"), "its score");
    }

    @Test
    void aTitleThatIsAScriptIsText() {
        String title = JsonMapper.shared().writeValueAsString(HIDING);
        int epic = client().post("/epics", "{\"title\": " + title + ", \"primaryProgramId\": 1, \"releaseIds\": [2]}")
                .expect(201)
                .json()
                .asInt();
        client().post("/goals", "{\"description\": " + title + ", \"type\": 2}").expect(201);
        String roadmap = "";
        for (int i = 0; i < 20 && !roadmap.contains("/Epics/" + epic); i++) {
            roadmap = page("/roadmap?portfolio=1&page=" + i);
        }
        for (String page : List.of(roadmap, page("/objectives"))) {
            assertTrue(page.contains("alert(1)"));
            assertFalse(page.contains("<script>alert"));
        }
        String asked = page("/people/4?path=/"
                + java.net.URLEncoder.encode("\"><script>alert(1)</script>", java.nio.charset.StandardCharsets.UTF_8));
        assertFalse(asked.contains("<script>alert"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /epics/1001",
                "PATCH /epics/1001",
                "GET /epics/1080",
                "GET /users/1",
                "POST /goals",
                "GET /nothing",
                "DELETE /epics/1001"
            })
    void theReasonIsThatOfTheControlApi(String question) {
        String verb = question.split(" ")[0];
        String path = question.split(" ")[1];
        for (int user : List.of(1, 4, 5, 6)) {
            var told = Client.control(
                            site().uri(),
                            "GET",
                            "/access?user=" + user + "&verb=" + verb + "&path=" + path,
                            "",
                            Map.of())
                    .expect(200)
                    .json();
            String page = Html.unescaped(page("/people/" + user + "?verb=" + verb + "&path=" + path));
            assertTrue(page.contains(told.path("reason").asString("")), question + " of " + user + ": " + told);
            assertTrue(page.contains("<code>" + told.path("rule").asString("") + "</code>"), question + " of " + user);
            told.path("missingMemberships")
                    .forEach(team ->
                            assertTrue(page.contains(team.path("teamName").asString("")), team.toString()));
        }
    }

    @Test
    void aListTellsHowMuchOfItIsSeenAndWhyNotMore() {
        String all = Integer.toString(count(client(), "epics"));
        String seen = Integer.toString(count(as(4, "team-member"), "epics"));
        assertFalse(seen.equals(all), "something is hidden");
        String page = page("/people/4?verb=GET&path=/epics");
        assertTrue(page.contains("<strong class=\"tabular\">" + seen + " of " + all + "</strong>"), page);
        List<Integer> left = ids(page.substring(page.indexOf("Left out, among others")), "Epics");
        assertFalse(left.isEmpty());
        left.forEach(id -> as(4, "team-member").get("/epics/" + id).expect(404));
    }

    private static int count(Client client, String collection) {
        int count = 0;
        for (int skip = 0; ; skip += 100) {
            int page = client.get("/" + collection + "?$select=id&$top=100&$skip=" + skip)
                    .ids()
                    .size();
            count += page;
            if (page < 100) {
                return count;
            }
        }
    }

    @Test
    void whatOthersMayDoIsToldToWhoSeesTheWholeSite() {
        assertTrue(page("/people").contains("sees the pages"));
        assertFalse(page("/people?as=4").contains("sees the pages"));
        wire().get(BASE + "/people/4?as=4").expect(200);
        wire().get(BASE + "/people/5?as=4").expect(404);
        wire().get(BASE + "/people/99999").expect(404);
    }

    @Test
    void aDeactivatedUserIsSaidToBeOne() {
        String page = page("/people/6?verb=GET&path=/epics");
        assertTrue(page.contains("deactivated"), page);
        assertTrue(page.contains("401"), page);
    }
}
