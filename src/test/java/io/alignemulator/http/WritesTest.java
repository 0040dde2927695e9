package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What POST and PUT leave behind: stamps, defaults, links. */
class WritesTest extends BlackBox {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String NOW = "2026-11-24T12:00:00.000Z";

    @Override
    EmulatedSite start() {
        return EmulatedSite.start(EmulatedSite.SETTINGS, NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "/Features, 0, pendingApprovalBy, pendingApprovalDate",
        "/Features, 1, readyToStartBy, readyToStartDate",
        "/Features, 5, acceptedUserId, acceptedDate",
        "/Epics, 1, notStartedBy, notStartedDate",
        "/Epics, 2, inProgressBy, inProgressDate"
    })
    @Rule("STMP-01")
    void aCreateStampsTheInitialState(String collection, int state, String by, String date) {
        Client manager = client().as("user:3|program-manager");
        int id = manager.create(collection, "{\"title\":\"t\",\"primaryProgramId\":1,\"state\":" + state + "}");
        JsonNode record = client().read(collection + "/" + id);
        for (String user : List.of("createdBy", "lastUpdatedBy", by)) {
            assertEquals("3", record.path(user).asString(), user);
        }
        for (String time : List.of("createDate", "lastUpdatedDate", date)) {
            assertEquals(NOW, record.path(time).asString(), time);
        }
    }

    @Test
    @Rule("STMP-02")
    void aChangeOfStateIsStamped() {
        clock().advance(Duration.ofHours(3));
        client().as("user:2|portfolio-manager")
                .replace("/Epics/1", "state", "3")
                .expect(204);
        JsonNode accepted = client().read("/Epics/1");
        assertAll(
                () -> assertEquals("2", accepted.path("lastUpdatedBy").asString()),
                () -> assertEquals(
                        "2026-11-24T15:00:00.000Z",
                        accepted.path("lastUpdatedDate").asString()),
                () -> assertEquals("2", accepted.path("acceptedUserId").asString()),
                () -> assertEquals(
                        "2026-11-24T15:00:00.000Z",
                        accepted.path("acceptedDate").asString()),
                () -> assertEquals(
                        "2026-11-24T00:00:00.000Z",
                        accepted.path("inProgressDateEnd").asString()),
                () -> assertEquals("3", accepted.path("inProgressBy").asString()));
    }

    @Test
    @Rule({"WRIT-01", "WRIT-29"})
    void unknownAndReadOnlyKeysAreIgnored() {
        int id = client().create(
                        "/Epics",
                        "{\"TITLE\":\"t\",\"primaryprogramid\":\"1\",\"id\":777,\"createdBy\":\"2\",\"lastUpdatedDate\":\"2001-01-01\","
                                + "\"featureIds\":[1],\"self\":\"x\",\"isRecycled\":1,\"itemtype\":\"e\",\"nothing\":{}}");
        JsonNode epic = client().read("/Epics/" + id);
        assertAll(
                () -> assertNotEquals(777, id),
                () -> assertEquals("t", epic.path("title").asString()),
                () -> assertEquals("1", epic.path("createdBy").asString()),
                () -> assertEquals(NOW, epic.path("lastUpdatedDate").asString()),
                () -> assertEquals("[]", epic.path("featureIds").toString()),
                () -> assertTrue(epic.path("isRecycled").isNull()
                        || epic.path("isRecycled").asInt() == 0));
    }

    @Test
    @Rule("WRIT-15")
    void aPutResetsWhatItLeavesOut() {
        JsonNode before = client().read("/Epics/1");
        client().put("/Epics/1", "{\"title\":\"Replaced\",\"primaryProgramId\":1,\"createdBy\":\"4\",\"id\":5}")
                .expectEmpty(204);
        JsonNode after = client().read("/Epics/1");
        assertAll(
                () -> assertEquals("Replaced", after.path("title").asString()),
                () -> assertTrue(after.path("description").isNull()),
                () -> assertEquals("1", after.path("state").toString()),
                () -> assertEquals("[]", after.path("releaseIds").toString()),
                () -> assertEquals(before.path("createdBy"), after.path("createdBy")),
                () -> assertEquals(before.path("createDate"), after.path("createDate")),
                () -> assertEquals(before.path("featureIds"), after.path("featureIds")),
                () -> assertEquals(NOW, after.path("lastUpdatedDate").asString()));
    }

    @Test
    @Rule("WRIT-15")
    void aPutMayKeepWhatItLeavesOut() {
        try (EmulatedSite keeping = EmulatedSite.with(Settings.PUT_OMITTED, "keep")) {
            keeping.client().put("/Epics/1", "{\"title\":\"Replaced\"}").expectEmpty(204);
            JsonNode after = keeping.client().read("/Epics/1");
            assertEquals("Replaced", after.path("title").asString());
            assertEquals("claims,glass", after.path("tags").asString());
        }
    }

    @Test
    @Rule("WRIT-28")
    void whatWasReadCanBePutBack() {
        for (String item :
                List.of("/Epics/1", "/Features/1", "/Stories/1", "/Users/2", "/Releases/1", "/Objectives/1")) {
            ObjectNode before = (ObjectNode) client().read(item);
            client().put(item, before.toString()).expectEmpty(204);
            ObjectNode after = (ObjectNode) client().read(item);
            List.of("lastUpdatedDate", "lastUpdatedBy").forEach(stamp -> {
                before.remove(stamp);
                after.remove(stamp);
            });
            assertEquals(before.toString(), after.toString());
        }
    }

    @Test
    @Rule({"WRIT-02", "WRIT-13", "WRIT-14"})
    void answersOfWritesAreSettings() {
        String body = "{\"name\":\"North\"}";
        Answer plain = client().post("/Regions", body).expect(201);
        assertAll(
                () -> assertEquals("2", plain.body()),
                () -> assertEquals("application/json; charset=utf-8", plain.header("content-type")),
                () -> assertEquals("", plain.header("location")));
        Settings changed = EmulatedSite.SETTINGS
                .with(Settings.POST_RESPONSE, "object")
                .with(Settings.POST_LOCATION, "on")
                .with(Settings.PUT_STATUS, "200");
        try (EmulatedSite site = EmulatedSite.start(changed)) {
            Documented.leaveOut(site.uri());
            Answer created = site.client().post("/region", body).expect(201);
            assertEquals(site.client().get("/Regions/2").body(), created.body());
            assertEquals(site.uri() + "/rest/align/api/2/regions/2", created.header("location"));
            Answer replaced =
                    site.client().put("/Regions/2", "{\"name\":\"South\"}").expect(200);
            assertEquals("South", replaced.json().path("name").asString());
        }
    }

    @Test
    @Rule("WRIT-25")
    void theParentFollowsItsChildrenWithoutBeingUpdated() {
        String before = client().read("/Epics/8").path("lastUpdatedDate").toString();
        int child = client().create("/Features", "{\"title\":\"t\",\"primaryProgramId\":79,\"parentId\":8}");
        assertEquals(
                "[" + child + "]", client().read("/Epics/8").path("featureIds").toString());
        client().replace("/Features/" + child, "parentId", "7").expect(204);
        assertAll(
                () -> assertEquals(
                        "[]", client().read("/Epics/8").path("featureIds").toString()),
                () -> assertEquals(
                        "[" + child + "]",
                        client().read("/Epics/7").path("featureIds").toString()),
                () -> assertEquals(
                        before,
                        client().read("/Epics/8").path("lastUpdatedDate").toString()),
                () -> assertEquals(
                        NOW,
                        client().read("/Features/" + child)
                                .path("lastUpdatedDate")
                                .asString()));
        client().replace("/Features/" + child, "parentId", "0").expect(204);
        assertEquals("[]", client().read("/Epics/7").path("featureIds").toString());
    }

    @Test
    @Rule("REPR-20")
    void aVehicleCountsWhatNamesIt() {
        int vehicle = client().create("/ReleaseVehicles", "{\"name\":\"v\"}");
        for (int state : new int[] {5, 0}) {
            client().create(
                            "/Stories",
                            "{\"title\":\"s\",\"programId\":11,\"effortPoints\":5,\"state\":" + state
                                    + ",\"releaseVehicleIds\":[" + vehicle + "]}");
        }
        client().create("/Defects", "{\"title\":\"d\",\"programId\":1,\"releaseVehicleIds\":[" + vehicle + "]}");
        JsonNode full = client().read("/ReleaseVehicles/" + vehicle);
        assertAll(
                () -> assertEquals("[1121,1122]", full.path("storyIds").toString()),
                () -> assertEquals("2", full.path("storiesCount").toString()),
                () -> assertEquals("50.0", full.path("storiesPercentComplete").toString()),
                () -> assertEquals("10", full.path("storyPointsTotal").toString()),
                () -> assertEquals("5", full.path("storyPointsAcceptedTotal").toString()),
                () -> assertEquals("1", full.path("defectsCount").toString()),
                () -> assertEquals("1", full.path("contributingProgramsCount").toString()));
        client().replace("/Stories/1121", "releaseVehicleIds", "[]").expect(204);
        assertEquals(
                "1",
                client().read("/ReleaseVehicles/" + vehicle)
                        .path("storiesCount")
                        .toString());
        assertEquals(
                "0.0",
                client().read("/ReleaseVehicles/" + vehicle)
                        .path("storiesPercentComplete")
                        .toString());
    }

    @Test
    @Rule("REPR-21")
    void repeatedNamesFollow() {
        client().replace("/Releases/1", "title", "\"New name\"").expect(204);
        assertEquals(
                "New name",
                client().read("/ReleaseVehicles/1").path("releaseName").asString());
        client().replace("/Teams/3", "name", "\"Falcon\"").expect(204);
        assertEquals(
                "Falcon",
                client().read("/Users/4").path("teams").get(0).path("teamName").asString());
    }

    @Test
    @Rule("BODY-07")
    void datesAreReadInEveryForm() {
        List.of(
                        "2026-03-01T10:00:00Z",
                        "2026-03-01T10:00:00.0000000Z",
                        "2026-03-01T12:00:00+02:00",
                        "2026-03-01T10:00:00")
                .forEach(text -> {
                    int id = client().create(
                                    "/Iterations",
                                    "{\"title\":\"i\",\"programId\":1,\"releaseId\":1,\"teamId\":3,\"beginDate\":\""
                                            + text + "\"}");
                    assertEquals(
                            "2026-03-01T10:00:00.000Z",
                            client().read("/Iterations/" + id).path("beginDate").asString(),
                            text);
                });
    }

    @Test
    @Rule("EMUL-02")
    void aResetBringsBackTheSeed() {
        String before = client().get("/Regions").body();
        assertEquals(2, client().create("/Regions", "{\"name\":\"a\"}"));
        site().reset();
        assertEquals(before, client().get("/Regions").body());
        assertEquals(2, client().create("/Regions", "{\"name\":\"b\"}"));
    }
}
