package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Where work lies, what moves it, and what its end brings along. */
@Tag("in-process")
class LifeOfWorkTest extends BlackBox {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Override
    SiteUnderTest start() {
        return EmulatedSite.start(EmulatedSite.SETTINGS, NOW);
    }

    @ParameterizedTest
    @CsvSource({"Stories, story", "Defects, defect"})
    @Rule("LIFE-07")
    void aSprintIsOneTeamsAndOneIncrements(String collection, String noun) {
        String body = "{\"title\":\"t\",\"programId\":1,\"iterationId\":1,\"teamId\":%d,\"releaseId\":%d}";
        String refusal = "Cannot create " + noun + ". Value for iterationId is invalid.";
        client().post("/" + collection, body.formatted(2, 1)).expectSentence(400, refusal);
        client().post("/" + collection, body.formatted(3, 54)).expectSentence(400, refusal);
        client().post("/" + collection, body.formatted(3, 1)).expect(201);
    }

    @Test
    @Rule("LIFE-07")
    void aSprintsAnchorIsItsIncrements() {
        String body = "{\"releaseId\":%d,\"title\":\"t\",\"teamId\":3,\"programId\":1,\"anchorSprintId\":1}";
        client().post("/Iterations", body.formatted(54))
                .expectSentence(400, "Cannot create iteration. Value for anchorSprintId is invalid.");
        client().post("/Iterations", body.formatted(1)).expect(201);
    }

    @ParameterizedTest
    @CsvSource({"Stories, story", "Iterations, iteration"})
    @Rule("LIFE-08")
    void theTeamWorksForTheProgram(String collection, String noun) {
        String body = "{\"title\":\"t\",\"programId\":1,\"releaseId\":1,\"teamId\":%d}";
        client().post("/" + collection, body.formatted(4))
                .expectSentence(400, "Cannot create " + noun + ". Value for teamId is invalid.");
        client().post("/" + collection, body.formatted(3)).expect(201);
    }

    @Test
    @Rule("LIFE-03")
    void aTaskThatGoesToWorkLiftsItsStory() {
        for (int state : new int[] {2, 3}) {
            int story = client().create("/Stories", "{\"title\":\"s\",\"programId\":1,\"state\":1}");
            int task = client().create("/Tasks", "{\"title\":\"t\",\"storyId\":" + story + "}");
            assertEquals(1, client().read("/Stories/" + story).path("state").asInt());
            client().replace("/Tasks/" + task, "state", String.valueOf(state)).expect(204);
            assertEquals(2, client().read("/Stories/" + story).path("state").asInt());
            assertTrue(client().get("/Stories/" + story + "/auditlog").body().contains("State"));
            assertEquals(
                    "1",
                    client().read("/Stories/" + story).path("lastUpdatedBy").asString());
        }
    }

    @Test
    @Rule("LIFE-03")
    void aStoryThatIsFurtherStaysWhereItIs() {
        int story = client().create("/Stories", "{\"title\":\"s\",\"programId\":1,\"state\":3}");
        client().create("/Tasks", "{\"title\":\"t\",\"state\":2,\"storyId\":" + story + "}");
        assertEquals(3, client().read("/Stories/" + story).path("state").asInt());
        client().replace("/Stories/" + story, "state", "1").expect(204);
        client().replace("/Tasks/1", "title", "\"t\"").expect(204);
        assertEquals(1, client().read("/Stories/" + story).path("state").asInt());
    }

    @Test
    @Rule({"LIFE-03", "LIFE-01"})
    void aLiftedStoryTakesItsStepAlong() {
        int story = client().create("/Stories", "{\"title\":\"s\",\"programId\":1,\"processStepId\":71}");
        client().create("/Tasks", "{\"title\":\"t\",\"state\":2,\"storyId\":" + story + "}");
        assertEquals(
                72, client().read("/Stories/" + story).path("processStepId").asInt());
    }

    @Test
    @Rule({"LIFE-01", "PTCH-01"})
    void aStateThatAPatchOnlyTestsMovesWithTheStepAndOneThatItSetsStays() {
        int story = client().create("/Stories", "{\"title\":\"s\",\"programId\":1,\"processStepId\":71}");
        String step = "{\"op\":\"replace\",\"path\":\"/processStepId\",\"value\":72}]";
        client().patch("/Stories/" + story, "[{\"op\":\"add\",\"path\":\"/state/\",\"value\":1}," + step)
                .expect(204);
        assertEquals(1, client().read("/Stories/" + story).path("state").asInt());
        int other = client().create("/Stories", "{\"title\":\"s\",\"programId\":1,\"processStepId\":71}");
        client().patch("/Stories/" + other, "[{\"op\":5,\"path\":\"/state\",\"value\":1}," + step)
                .expect(204);
        assertEquals(2, client().read("/Stories/" + other).path("state").asInt());
    }

    @Test
    @Rule("LIFE-04")
    void anAcceptedStoryGetsTheSprintOfThatDay() {
        String place = "{\"title\":\"s\",\"programId\":1,\"teamId\":3,\"releaseId\":1%s}";
        int story = client().create("/Stories", place.formatted(""));
        accept(story, "2026-11-20T23:00:00Z");
        assertEquals("1", client().read("/Stories/" + story).path("iterationId").toString());
        int late = client().create("/Stories", place.formatted(""));
        client().replace("/Stories/" + late, "state", "5").expect(204);
        assertEquals(
                "null", client().read("/Stories/" + late).path("iterationId").toString(), "no sprint around today");
        int teamless = client().create("/Stories", "{\"title\":\"s\",\"programId\":1,\"releaseId\":1}");
        accept(teamless, "2026-11-10");
        assertEquals(
                "null",
                client().read("/Stories/" + teamless).path("iterationId").toString());
    }

    private void accept(int story, String date) {
        client().patch(
                        "/Stories/" + story,
                        "[{\"op\":\"replace\",\"path\":\"/state\",\"value\":5},{\"op\":\"replace\",\"path\":\"/acceptedDate\",\"value\":\""
                                + date + "\"}]")
                .expect(204);
    }

    @Test
    @Rule("LIFE-05")
    void aNewStoryTakesTheIncrementOfItsFeature() {
        String story = "{\"title\":\"s\",\"programId\":1,\"featureId\":1%s}";
        assertEquals("1", increment(client().create("/Stories", story.formatted(""))));
        assertEquals("55", increment(client().create("/Stories", story.formatted(",\"releaseId\":55"))));
        assertEquals("null", increment(client().create("/Stories", story.formatted(",\"releaseId\":null"))));
        int alone = client().create("/Stories", "{\"title\":\"s\",\"programId\":1}");
        client().replace("/Stories/" + alone, "featureId", "1").expect(204);
        assertEquals("null", increment(alone), "only a new story takes it");
    }

    private String increment(int story) {
        return client().read("/Stories/" + story).path("releaseId").toString();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 400", "1, 2, 201", "1, 3, 400", "1, 4, 400", "2, 2, 400", "2, 3, 201", "2, 4, 201", "2, 1, 400"})
    @Rule("LIFE-11")
    void anObjectiveHangsOnOneOfTheTierAbove(int tier, int above, int status) {
        String objective = "{\"tier\":%d,\"name\":\"o\",\"programId\":1,\"solutionId\":2,\"portfolioId\":1%s}";
        int parent = client().create("/Objectives", objective.formatted(above, ""));
        Answer answer = client().post("/Objectives", objective.formatted(tier, ",\"parentId\":" + parent));
        assertEquals(status, answer.status(), answer.body());
        assertTrue(status == 201 || answer.body().contains("Value for parentId is invalid."), answer.body());
    }

    @Test
    @Rule("LIFE-11")
    void aProgramObjectiveHasOneIncrement() {
        String objective = "{\"tier\":%d,\"name\":\"o\",\"programId\":1,\"portfolioId\":1,\"releaseIds\":[1,54]}";
        client().post("/Objectives", objective.formatted(2))
                .expectSentence(400, "Cannot create milestone. Value for releaseIds is invalid.");
        client().post("/Objectives", objective.formatted(4)).expect(201);
        client().post("/Objectives", objective.formatted(2).replace("[1,54]", "[54]"))
                .expect(201);
    }

    @Test
    @Rule("LIFE-12")
    void cancellingTakesAllChildrenAlong() {
        int epic = client().create("/Epics", "{\"title\":\"e\",\"primaryProgramId\":1}");
        int capability =
                client().create("/Capabilities", "{\"title\":\"c\",\"primaryProgramId\":1,\"parentId\":" + epic + "}");
        int feature = client().create(
                        "/Features", "{\"title\":\"f\",\"primaryProgramId\":1,\"parentId\":" + capability + "}");
        int story = client().create("/Stories", "{\"title\":\"s\",\"programId\":1,\"featureId\":" + feature + "}");
        int other = client().create("/Stories", "{\"title\":\"s\",\"programId\":1}");
        client().replace("/Epics/" + epic, "isCanceled", "1").expect(204);
        for (String item : List.of("/Capabilities/" + capability, "/Features/" + feature, "/Stories/" + story)) {
            assertEquals("1", client().read(item).path("isCanceled").toString(), item);
            String log = client().get(item + "/auditlog").body();
            assertTrue(log.contains("Is Canceled"), log);
        }
        assertEquals(
                "null", client().read("/Stories/" + other).path("isCanceled").toString());
        assertTrue(
                changed().containsAll(List.of("Epic", "Capability", "Feature", "Story")),
                changed().toString());
        client().replace("/Epics/" + epic, "isCanceled", "0").expect(204);
        assertEquals(
                "1", client().read("/Features/" + feature).path("isCanceled").toString(), "children stay cancelled");
    }

    private List<String> changed() {
        return control("GET", "/changes", "").expect(200).json().findValuesAsString("resource");
    }

    @Test
    @Rule("LIFE-13")
    void aVehiclesStatusSetsItsDates() {
        int vehicle = client().create("/ReleaseVehicles", "{\"name\":\"v\",\"status\":1}");
        String[][] course = {
            {"3", "\"2026-11-24T00:00:00.000Z\"", "null"},
            {"6", "\"2026-11-24T00:00:00.000Z\"", "null"},
            {"3", "\"2026-11-24T00:00:00.000Z\"", "null"},
            {"4", "\"2026-11-24T00:00:00.000Z\"", "\"2026-11-24T00:00:00.000Z\""},
            {"3", "\"2026-11-24T00:00:00.000Z\"", "null"},
            {"2", "null", "null"},
            {"5", "null", "\"2026-11-24T00:00:00.000Z\""},
            {"1", "null", "null"}
        };
        for (String[] step : course) {
            client().replace("/ReleaseVehicles/" + vehicle, "status", step[0]).expect(204);
            JsonNode is = client().read("/ReleaseVehicles/" + vehicle);
            assertEquals(step[1], is.path("goLiveDate").toString(), "go live in status " + step[0]);
            assertEquals(step[2], is.path("closedDate").toString(), "closed in status " + step[0]);
        }
    }

    @Test
    @Rule("LIFE-13")
    void aDateThatIsSentStays() {
        int vehicle =
                client().create("/ReleaseVehicles", "{\"name\":\"v\",\"status\":3,\"goLiveDate\":\"2026-11-20\"}");
        assertEquals(
                "2026-11-20T00:00:00.000Z",
                client().read("/ReleaseVehicles/" + vehicle).path("goLiveDate").asString());
    }

    @Test
    @Rule("LIFE-14")
    void aSprintMayNeedAnIncrementWithAnchorSprints() {
        String sprint = "{\"releaseId\":%d,\"title\":\"t\",\"teamId\":3,\"programId\":1}";
        client().post("/Iterations", sprint.formatted(54)).expect(201);
        try (EmulatedSite anchored = EmulatedSite.with(Settings.RULES, "LIFE-14=on")) {
            anchored.client()
                    .post("/Iterations", sprint.formatted(54))
                    .expectSentence(400, "Cannot create iteration. Value for releaseId is invalid.");
            anchored.client().post("/Iterations", sprint.formatted(1)).expect(201);
        }
    }

    @Test
    @Rule("LIFE-18")
    void aFeatureMayNeedAProduct() {
        String feature = "{\"title\":\"f\",\"primaryProgramId\":1%s}";
        client().post("/Features", feature.formatted("")).expect(201);
        try (EmulatedSite managed = EmulatedSite.with(Settings.MANAGE_PRODUCTS, "on")) {
            managed.client()
                    .post("/Features", feature.formatted(""))
                    .expectSentence(400, "Cannot create feature. productId is required.");
            managed.client()
                    .post("/Features", feature.formatted(",\"productId\":1"))
                    .expect(201);
        }
    }

    @Test
    @Rule("OKR-01")
    void aScoreHasNeitherBaselineNorTarget() {
        String result = "{\"parentId\":1,\"parentType\":44,\"type\":%d,\"%s\":5.0}";
        for (String field : List.of("baselineValue", "targetValue")) {
            client().post("/KeyResults", result.formatted(2, field))
                    .expectSentence(400, "Cannot create Key Result. Value for " + field + " is invalid.");
            client().post("/KeyResults", result.formatted(1, field)).expect(201);
        }
        client().post("/KeyResults", "{\"parentId\":1,\"parentType\":44,\"type\":2}")
                .expect(201);
    }
}
