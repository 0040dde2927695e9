package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Milestones below the work items that have them. */
@Tag("in-process")
class MilestonesTest extends BlackBox {

    @ParameterizedTest
    @Rule("ADDR-14")
    @ValueSource(strings = {"/Themes/1", "/Epics/1", "/Capabilities/5001", "/Features/1"})
    void aMilestoneIsMadeReplacedAndPatchedBelowItsWorkItem(String workItem) {
        String milestones = workItem + "/milestones";
        int id = client().create(
                        milestones,
                        "{\"title\":\"Go\",\"description\":\"d\",\"category\":523,\"state\":2,\"startOn\":\"2027-01-01T00:00:00Z\"}");
        String item = milestones + "/" + id;
        assertEquals(
                "{\"id\":" + id
                        + ",\"title\":\"Go\",\"description\":\"d\",\"category\":523,\"state\":2,\"startOn\":\"2027-01-01T00:00:00.000Z\"}",
                client().get(item).expect(200).body());
        client().put(item, "{\"title\":\"Stop\",\"state\":3}").expectEmpty(204);
        JsonNode replaced = client().read(item);
        assertEquals("Stop", replaced.path("title").asString());
        assertTrue(replaced.path("description").isNull());
        client().replace(item, "category", "7").expectEmpty(204);
        assertEquals(7, client().read(item).path("category").asInt());
        assertTrue(client().get(milestones).ids().contains(id));
        client().put(item, client().get(item).body()).expectEmpty(204);
    }

    @ParameterizedTest
    @Rule("ADDR-14")
    @ValueSource(strings = {"/Themes/1", "/Epics/1", "/Capabilities/5001", "/Features/1"})
    void whatIsWrongWithAMilestoneIsRefused(String workItem) {
        String milestones = workItem + "/milestones";
        int id = client().get(milestones).ids().get(0);
        String item = milestones + "/" + id;
        String before = client().get(item).body();
        client().put(item, "{\"state\":3}")
                .expectSentence(400, "Cannot update milestone with id " + id + ". title is required.");
        client().replace(item, "title", "\"\"").expect(400);
        client().put("/Epics/2/milestones/" + id, "{\"title\":\"t\"}").expect(404);
        client().patch("/Epics/999/milestones/" + id, "[]").expectSentence(404, "Cannot get epic with id 999.");
        client().send("DELETE", item, Map.of(), "").expect(405);
        assertEquals(before, client().get(item).body());
    }
}
