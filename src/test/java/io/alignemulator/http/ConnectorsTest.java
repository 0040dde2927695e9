package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What hangs below a connector: mappings of teams, states and process steps; and the levels of custom hierarchies. */
@Tag("in-process")
class ConnectorsTest extends BlackBox {

    private static final String TEAMS = "/Connectors/1/TeamMappings";
    private static final String STATES = "/Connectors/1/mappings/states";
    private static final String STEPS = "/Connectors/1/mappings/process-steps";
    private static final String PROJECT_STATES = "/Connectors/1/projects/CLM/mappings/states";
    private static final String PROJECT_STEPS = "/Connectors/1/projects/CLM/mappings/process-steps";

    @Test
    @Rule({"WRIT-10", "ADDR-11"})
    void teamMappingsAreMadeReplacedAndTakenAway() {
        String body =
                "{\"teamId\":4,\"externalTeamId\":\"a-1\",\"externalTeamName\":\"Heron\",\"externalTeamTypeId\":2}";
        int id = client().create(TEAMS, body);
        JsonNode made = client().read(TEAMS + "/" + id);
        assertAll(
                () -> assertEquals(1, made.path("connectorId").asInt()),
                () -> assertEquals(4, made.path("teamId").asInt()),
                () -> assertEquals("a-1", made.path("externalTeamId").asString()),
                () -> assertEquals("Heron", made.path("externalTeamName").asString()),
                () -> assertEquals(2, made.path("externalTeamTypeId").asInt()));
        client().put(TEAMS + "/" + id, "{\"teamId\":3,\"externalTeamId\":\"a-2\",\"externalTeamTypeId\":1}")
                .expectEmpty(204);
        JsonNode replaced = client().read(TEAMS + "/" + id);
        assertAll(
                () -> assertEquals(1, replaced.path("connectorId").asInt()),
                () -> assertEquals(3, replaced.path("teamId").asInt()),
                () -> assertTrue(replaced.path("externalTeamName").isNull()));
        client().put(TEAMS + "/" + id, replaced.toString()).expectEmpty(204);
        client().send("DELETE", TEAMS + "/" + id, Map.of(), "").expectEmpty(204);
        client().get(TEAMS + "/" + id).expectSentence(404, "Cannot get team mapping with id " + id + ".");
        assertEquals(List.of(1), client().get(TEAMS).ids());
    }

    @ParameterizedTest
    @Rule("WRIT-10")
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"externalTeamId\":\"a\"}; teamId is required.",
                "{\"teamId\":4}; externalTeamId is required.",
                "{\"teamId\":999,\"externalTeamId\":\"a\"}; Value for teamId is invalid.",
                "{\"teamId\":4,\"externalTeamId\":\"a\",\"externalTeamTypeId\":3}; Value for externalTeamTypeId is invalid."
            })
    void aTeamMappingThatIsWrongIsRefused(String body, String reason) {
        client().post(TEAMS, body).expectSentence(400, "Cannot create team mapping. " + reason);
        assertEquals(List.of(1), client().get(TEAMS).ids());
    }

    @Test
    @Rule("WRIT-10")
    void theAddressSaysWhichConnectorItIs() {
        int id = client().create(TEAMS, "{\"teamId\":4,\"externalTeamId\":\"a\",\"connectorId\":77}");
        assertEquals(1, client().read(TEAMS + "/" + id).path("connectorId").asInt());
        client().post("/Connectors/77/TeamMappings", "{\"teamId\":4,\"externalTeamId\":\"a\"}")
                .expectSentence(404, "Cannot get connector with id 77.");
        client().get("/Connectors/77/TeamMappings").expect(404);
    }

    @ParameterizedTest
    @Rule("WRIT-11")
    @ValueSource(
            strings = {
                STATES + " alignStateId",
                STEPS + " processStepId",
                PROJECT_STATES + " alignStateId",
                PROJECT_STEPS + " processStepId"
            })
    void mappingsAreListedReadAndMade(String collectionAndKey) {
        String collection = collectionAndKey.split(" ")[0];
        String key = collectionAndKey.split(" ")[1];
        int value = client().get(collection).json().get(0).path(key).asInt();
        int id = client().create(
                        collection,
                        "{\"workItemTypeId\":3,\"jiraStatusId\":77,\"jiraStatusName\":\"Waiting\",\"" + key + "\":"
                                + value + "}");
        assertTrue(client().get(collection).ids().contains(id));
        JsonNode made = client().read(collection + "/" + id);
        assertEquals(value, made.path(key).asInt());
        assertEquals(1, made.path("connectorId").asInt());
        assertEquals(collection.contains("CLM"), made.has("projectKey"));
        client().post(collection, "{\"workItemTypeId\":3,\"" + key + "\":" + value + "}")
                .expect(400);
        client().send("DELETE", collection + "/" + id, Map.of(), "").expect(405);
        assertEquals(405, client().patch(collection + "/" + id, "[]").status());
    }

    @Test
    @Rule("REPR-07")
    void eachDirectionHasATableOfItsOwn() {
        assertAll(
                () -> assertEquals(
                        List.of(
                                "id",
                                "connectorId",
                                "workItemTypeId",
                                "jiraStatusId",
                                "jiraStatusName",
                                "alignStateId",
                                "alignStateName"),
                        Answer.keys(client().get(STATES).json().get(0))),
                () -> assertEquals(
                        "projectKey",
                        Answer.keys(client().get(PROJECT_STATES).json().get(0)).get(2)),
                () -> assertFalse(client().get(STEPS).json().get(0).has("projectKey")),
                () -> assertEquals(
                        "CLM",
                        client().get(PROJECT_STEPS)
                                .json()
                                .get(0)
                                .path("projectKey")
                                .asString()));
        int state = client().create(STATES, "{\"workItemTypeId\":3,\"jiraStatusId\":5,\"alignStateId\":2}");
        assertFalse(client().get(PROJECT_STATES).ids().contains(state));
        client().get(PROJECT_STATES + "/" + state).expect(404);
        int step = client().create(PROJECT_STEPS, "{\"workItemTypeId\":3,\"jiraStatusId\":5,\"processStepId\":83}");
        client().get("/Connectors/1/projects/LAB/mappings/process-steps/" + step)
                .expect(404);
        assertEquals(
                List.of(step),
                client().get("/connectors/1/projects/clm/mappings/process-steps?$filter=jiraStatusId%20eq%205")
                        .ids());
        client().post(
                        "/Connectors/1/projects/NOPE/mappings/states",
                        "{\"workItemTypeId\":3,\"jiraStatusId\":5,\"alignStateId\":2}")
                .expectSentence(400, "Cannot create state mapping. Value for projectKey is invalid.");
    }

    @Test
    @Rule("REPR-07")
    void theNameOfAStateFollowsItsNumber() {
        int feature = client().create(STATES, "{\"workItemTypeId\":3,\"jiraStatusId\":5,\"alignStateId\":3}");
        int epic = client().create(PROJECT_STATES, "{\"workItemTypeId\":2,\"jiraStatusId\":5,\"alignStateId\":3}");
        int unknown = client().create(STATES, "{\"workItemTypeId\":1,\"jiraStatusId\":5,\"alignStateId\":3}");
        assertEquals(
                "Dev Complete",
                client().read(STATES + "/" + feature).path("alignStateName").asString());
        assertEquals(
                "Accepted",
                client().read(PROJECT_STATES + "/" + epic)
                        .path("alignStateName")
                        .asString());
        assertTrue(client().read(STATES + "/" + unknown).path("alignStateName").isNull());
    }

    @Test
    @Rule("REPR-06")
    void theNameOfAStepIsPlain() {
        for (String collection : List.of(STEPS, PROJECT_STEPS)) {
            assertEquals(
                    "Building",
                    client().get(collection)
                            .json()
                            .get(0)
                            .path("processStepName")
                            .asString());
        }
        assertEquals(
                "83 - Building",
                client().read("/Features/1").path("processStepName").asString());
    }

    @ParameterizedTest
    @Rule("LIST-07")
    @ValueSource(strings = {STATES, STEPS})
    void mappingListsAreAskedByProjectAndByType(String collection) {
        assertAll(
                () -> assertEquals(List.of(1), client().get(collection).ids()),
                () -> assertEquals(
                        List.of(2), client().get(collection + "?ProjectKey=LAB").ids()),
                () -> assertEquals(
                        List.of(2),
                        client().get(collection + "?projectkey=lab&limit=1").ids()),
                () -> assertEquals(
                        List.of(), client().get(collection + "?ProjectKey=CLM").ids()),
                () -> assertEquals(
                        List.of(),
                        client().get(collection + "?WorkItemTypeId=1").ids()),
                () -> assertEquals(
                        List.of(1),
                        client().get(collection + "?WorkItemTypeId=3").ids()),
                () -> assertEquals(
                        List.of(2),
                        client().get(collection + "?ProjectKey=LAB&WorkItemTypeId=3&$top=5&$orderby=id%20desc")
                                .ids()),
                () -> assertEquals(
                        List.of(),
                        client().get(collection + "?ProjectKey=LAB&WorkItemTypeId=3&$skip=1")
                                .ids()),
                () -> client().get(collection + "/2").expect(200));
        Answer refused = client().get(collection + "?WorkItemTypeId=three").expect(400);
        assertTrue(refused.body().contains("The value 'three' is not valid."), refused.body());
    }

    @ParameterizedTest
    @Rule("LIST-07")
    @ValueSource(strings = {PROJECT_STATES, PROJECT_STEPS})
    void listsOfAProjectAreAskedByType(String collection) {
        assertEquals(1, client().get(collection + "?WorkItemTypeId=3").ids().size());
        assertEquals(List.of(), client().get(collection + "?workitemtypeid=1").ids());
    }

    @Test
    @Rule("WRIT-12")
    void levelsOfACustomHierarchy() {
        String levels = "/CustomHierarchies/1/levels";
        assertEquals(List.of(1), client().get(levels).ids());
        int id = client().create(levels, "{\"name\":\"Activity\",\"levelId\":2}");
        assertEquals(
                "[{\"id\":1,\"name\":\"Area\",\"levelId\":1},{\"id\":" + id + ",\"name\":\"Activity\",\"levelId\":2}]",
                client().read("/CustomHierarchies/1").path("levels").toString());
        client().replace(levels + "/" + id, "name", "\"Task\"").expectEmpty(204);
        assertEquals("Task", client().read(levels + "/" + id).path("name").asString());
        client().put(levels + "/" + id, "{\"name\":\"Step\"}").expectEmpty(204);
        assertTrue(client().read(levels + "/" + id).path("levelId").isNull());
        client().put(levels + "/" + id, "{\"levelId\":3}")
                .expectSentence(400, "Cannot update level with id " + id + ". name is required.");
        client().post(levels, "{\"levelId\":3}").expectSentence(400, "Cannot create level. name is required.");
        client().send("DELETE", levels + "/" + id, Map.of(), "").expectEmpty(204);
        assertEquals(1, client().read("/CustomHierarchies/1").path("levels").size());
        client().get("/CustomHierarchies/99/levels").expectSentence(404, "Cannot get custom hierarchy with id 99.");
    }

    @Test
    @Rule("ADDR-11")
    void levelsGoWithTheirHierarchy() {
        int other = client().create("/CustomHierarchies", "{\"name\":\"Other\"}");
        int kept = client().create("/CustomHierarchies/" + other + "/levels", "{\"name\":\"Kept\"}");
        client().send("DELETE", "/CustomHierarchies/1", Map.of(), "").expectEmpty(204);
        client().get("/CustomHierarchies/1/levels").expect(404);
        assertEquals(
                List.of(kept),
                client().get("/CustomHierarchies/" + other + "/levels").ids());
        JsonNode report = control("GET", "/integrity", "").expect(200).json();
        assertFalse(report.toString().contains("CustomHierarchyLevel"), report::toString);
    }
}
