package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What follows from measured values: scores of key results and objectives; and what dependencies of the shipped sets hold. */
@Tag("in-process")
class ScoresTest extends BlackBox {

    private static final String RESULT =
            "{\"parentId\":%d,\"parentType\":44,\"type\":%d,\"baselineValue\":%s,\"targetValue\":%s,\"weight\":%d,\"valueUpdates\":[%s]}";
    private static final String VALUE = "{\"scoreValue\":%s,\"scoreDate\":\"2026-11-%02d\"}";

    @ParameterizedTest(name = "{0} from {1} to {2} is {3}")
    @CsvSource({
        "60, 40, 80, 0.5",
        "8.8, 12, 4, 0.4",
        "30, 40, 80, 0.0",
        "90, 40, 80, 1.0",
        "13, 12, 4, 0.0",
        "5, 5, 5, null",
        "2, 0, 11, 0.1818181818"
    })
    @Rule("OKR-03")
    void aScoreIsTheWayFromTheBaselineToTheTarget(String value, String baseline, String target, String score) {
        int objective = objective();
        int result = client().create(
                        "/KeyResults", RESULT.formatted(objective, 1, baseline, target, 1, VALUE.formatted(value, 20)));
        assertEquals(score, score("/KeyResults/" + result));
        assertEquals(score, score("/Objectives/" + objective));
    }

    @Test
    @Rule("OKR-03")
    void theLatestValueCountsWhereverItStands() {
        String values = VALUE.formatted("70", 20) + "," + VALUE.formatted("50", 10);
        String result = "/KeyResults/" + client().create("/KeyResults", RESULT.formatted(1, 1, "40", "80", 1, values));
        assertEquals("0.75", score(result));
        client().patch(
                        result,
                        "[{\"op\":\"add\",\"path\":\"/valueUpdates/-\",\"value\":" + VALUE.formatted("80", 21) + "}]")
                .expect(204);
        assertEquals("1.0", score(result));
        client().replace(result, "targetValue", "120").expect(204);
        assertEquals("0.5", score(result));
    }

    @Test
    @Rule("OKR-03")
    void anOverrideWinsWhileTheFlagSaysSo() {
        String result = "/KeyResults/"
                + client().create("/KeyResults", RESULT.formatted(1, 1, "40", "80", 1, VALUE.formatted("60", 20)));
        client().replace(result, "scoreOverrides", "[{\"overrideValue\":0.9,\"overrideDate\":\"2026-11-20\"}]")
                .expect(204);
        assertEquals("0.5", score(result));
        client().replace(result, "isScoreOveridden", "1").expect(204);
        assertEquals("0.9", score(result));
        client().replace(result, "isScoreOveridden", "0").expect(204);
        assertEquals("0.5", score(result));
    }

    @Test
    @Rule({"OKR-03", "OKR-01"})
    void aKeyResultThatIsAScoreMeasuresItself() {
        String result = "/KeyResults/"
                + client().create("/KeyResults", RESULT.formatted(1, 2, "0", "0", 1, VALUE.formatted("0.7", 20)));
        assertEquals("0.7", score(result));
    }

    @Test
    @Rule("OKR-03")
    void anObjectivesScoreIsTheWeightedMeanOfThoseThatHaveOne() {
        int objective = objective();
        assertEquals("null", score("/Objectives/" + objective));
        client().create("/KeyResults", RESULT.formatted(objective, 1, "0", "10", 30, ""));
        assertEquals("null", score("/Objectives/" + objective));
        client().create("/KeyResults", RESULT.formatted(objective, 1, "0", "10", 30, VALUE.formatted("5", 20)));
        int heavy = client().create(
                        "/KeyResults", RESULT.formatted(objective, 1, "0", "10", 90, VALUE.formatted("10", 20)));
        assertEquals("0.875", score("/Objectives/" + objective));
        client().replace("/KeyResults/" + heavy, "weight", "30").expect(204);
        assertEquals("0.75", score("/Objectives/" + objective));
        client().replace("/KeyResults/" + heavy, "parentId", "1").expect(204);
        assertEquals("0.5", score("/Objectives/" + objective));
    }

    @Test
    @Rule("OKR-03")
    void anObjectiveThatIsBroughtWithItsKeyResultsHasTheirScore() {
        control("POST", "/import", """
                {"fixtures": {
                  "KeyResults": [{"id": 9001, "parentId": 9001, "parentType": 44, "type": 1, "targetValue": 10,
                    "weight": 1, "valueUpdates": [{"id": 1, "scoreValue": 5, "scoreDate": "2026-11-20"}]}],
                  "Objectives": [{"id": 9001, "tier": 4, "name": "o", "portfolioId": 1}]}}""").expect(200);
        assertEquals("0.5", score("/KeyResults/9001"));
        assertEquals("0.5", score("/Objectives/9001"));
    }

    @Test
    @Rule("OKR-02")
    void aKeyResultMayHangOnAGoalWhereItsNumberIsKnown() {
        String result = "{\"parentId\":%d,\"parentType\":%d,\"type\":1,\"description\":\"r\"}";
        client().post("/KeyResults", result.formatted(1, 6))
                .expectSentence(400, "Cannot create Key Result. Value for parentType is invalid.");
        try (EmulatedSite goals = EmulatedSite.with(Settings.OKR_PARENT_TYPES, "44,6")) {
            Client client = goals.client();
            client.create("/KeyResults", result.formatted(1, 6));
            client.post("/KeyResults", result.formatted(2, 6))
                    .expectSentence(400, "Cannot create Key Result. Value for parentType is invalid.");
            client.post("/KeyResults", result.formatted(1, 7)).expect(400);
            client.create("/KeyResults", result.formatted(2, 44));
            assertEquals(
                    1,
                    client.read("/Objectives/1?expand=true").path("keyResults").size(),
                    "those of the objective alone");
        }
    }

    private int objective() {
        return client().create("/Objectives", "{\"tier\":4,\"name\":\"o\",\"portfolioId\":1}");
    }

    private String score(String item) {
        return client().read(item).path("score").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "demo"})
    @Rule("DEP-01")
    void aCommittedDependencyIsDeliveredBeforeItIsNeeded(String set) {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.FIXTURES, set)) {
            Client client = site.client();
            Map<String, String> ends = new HashMap<>();
            int committed = 0;
            for (JsonNode each : all(client, "/Dependencies")) {
                assertTrue(
                        List.of("Team", "External", "Program")
                                .contains(each.path("dependencyType").asString()),
                        each.toString());
                if (each.path("committed").asInt() == 1
                        && each.path("committedBySprintId").isInt()) {
                    String by = end(client, ends, "/Iterations/" + each.path("committedBySprintId"));
                    assertFalse(
                            by.compareTo(end(client, ends, "/AnchorSprints/" + each.path("neededBySprintId"))) > 0,
                            each.toString());
                    committed++;
                }
            }
            assertTrue(committed > 0, "the set holds a committed one");
        }
    }

    @Test
    @Rule({"DEP-01", "ADDR-15"})
    void rowsOfOnesOwnFixturesThatBreakItAreShownAsTheyAreAndNoCallWritesOne() {
        String rows = """
                {"fixtures": {
                  "AnchorSprints": [{"id": 900, "name": "early", "releaseId": 1,
                    "startDate": "2020-01-06T00:00:00Z", "endDate": "2020-01-17T00:00:00Z"}],
                  "Dependencies": [{"id": 900, "title": "late", "typeId": 9, "committed": 1,
                    "committedBySprintId": 1, "neededBySprintId": 900}]}}""";
        control("POST", "/import", rows).expect(200);
        JsonNode late = client().read("/Dependencies/900");
        assertEquals(900, late.path("neededBySprintId").asInt());
        assertEquals(1, late.path("committedBySprintId").asInt());
        assertEquals(9, late.path("typeId").asInt());
        assertTrue(late.path("dependencyType").isNull());
        client().post("/Dependencies", "{\"title\":\"d\"}").expect(405);
        client().replace("/Dependencies/900", "typeId", "1").expect(405);
    }

    private static String end(Client client, Map<String, String> known, String sprint) {
        return known.computeIfAbsent(
                sprint, path -> client.read(path).path("endDate").asString());
    }

    private static List<JsonNode> all(Client client, String collection) {
        return java.util.stream.Stream.of(0, 100)
                .flatMap(skip -> client.read(collection + "?$skip=" + skip).valueStream())
                .toList();
    }
}
