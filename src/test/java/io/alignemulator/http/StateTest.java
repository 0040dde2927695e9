package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a site holds, as a whole: changes since the beginning, export, import, integrity. */
class StateTest extends BlackBox {

    private Answer merge(String fixtures) {
        return control("POST", "/import", "{\"fixtures\":" + fixtures + "}");
    }

    @Test
    @Rule("EMUL-11")
    void changesAreToldPerRecordAndField() {
        assertEquals("[]", control("GET", "/changes", "").body());
        client().replace("/Epics/2", "title", "\"Storm \\\"two\\\"\"").expect(204);
        int id = client().create(
                        "/Users",
                        "{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a@example.com\",\"roleId\":1,\"password\":\"hidden-1\","
                                + "\"regionId\":1,\"cityId\":1,\"divisionId\":1,\"costCenterId\":1}");
        JsonNode changes = control("GET", "/changes", "").json();
        JsonNode epic = changes.valueStream()
                .filter(each -> each.path("resource").asString().equals("Epic"))
                .findFirst()
                .orElseThrow();
        assertEquals("changed", epic.path("kind").asString());
        assertEquals(
                "{\"before\":\"Storm season readiness\",\"after\":\"Storm \\\"two\\\"\"}",
                epic.path("fields").path("title").toString());
        String text = control("GET", "/changes?format=text", "").body();
        assertTrue(text.contains("Epic 2 changed: title \"Storm season readiness\" -> \"Storm \\\"two\\\"\""), text);
        assertTrue(text.contains("User " + id + " created: id " + id), text);
        assertFalse(text.contains("hidden-1"));
        control("PUT", "/snapshots/now", "").expect(201);
        client().replace("/Epics/2", "title", "\"three\"").expect(204);
        JsonNode since = control("GET", "/changes?since=now", "").json();
        assertEquals(
                "Storm \"two\"",
                since.valueStream()
                        .filter(each -> each.path("resource").asString().equals("Epic"))
                        .findFirst()
                        .orElseThrow()
                        .path("fields")
                        .path("title")
                        .path("before")
                        .asString());
        assertTrue(since.valueStream()
                .noneMatch(each -> each.path("resource").asString().equals("User")));
        control("GET", "/changes?since=never", "").expect(404);
    }

    @Test
    @Rule("EMUL-04")
    void anExportMakesAnIdenticalSite() {
        client().create("/Epics", "{\"title\":\"new\",\"primaryProgramId\":1,\"description\":\"ü & <b>\"}");
        int gone = client().create("/CustomHierarchies", "{\"name\":\"gone\"}");
        client().send("DELETE", "/CustomHierarchies/" + gone, Map.of(), "").expect(204);
        client().replace("/Users/7", "title", "\"Clerk\"").expect(204);
        String exported = control("GET", "/export", "").expect(200).body();
        assertTrue(exported.contains("\"_sequences\""), "the id of the deleted record is not given again");
        JsonNode other = control("POST", "/sandboxes", "{\"name\":\"copy\",\"fixtures\":\"empty\"}")
                .expect(201)
                .json();
        try {
            control("POST", "/sandboxes/copy/import", "{\"mode\":\"replace\",\"fixtures\":" + exported + "}")
                    .expect(200);
            assertEquals(exported, control("GET", "/sandboxes/copy/export", "").body());
            assertEquals(
                    "{\"whole\":true,\"findings\":[]}",
                    control("GET", "/sandboxes/copy/integrity", "").body());
        } finally {
            control("DELETE", "/sandboxes/" + other.path("name").asString(), "").expect(204);
        }
    }

    @Test
    @Rule("EMUL-04")
    void aMergeAddsAndOverlays() {
        JsonNode ids = merge(
                        "{\"Epics\":[{\"id\":2,\"title\":\"overlaid\"},{\"title\":\"added\",\"primaryProgramId\":3}],\"Features\":[{\"id\":4,\"parentId\":4}],\"_tokens\":[{\"token\":\"user:7|more\",\"userId\":7}]}")
                .expect(200)
                .json()
                .path("ids");
        assertEquals("[4]", ids.path("Features").toString());
        assertEquals(2, ids.path("Epics").get(0).asInt());
        assertEquals(
                "added",
                client().read("/Epics/" + ids.path("Epics").get(1))
                        .path("title")
                        .asString());
        JsonNode epic = client().read("/Epics/2");
        assertEquals("overlaid", epic.path("title").asString());
        assertEquals("2", epic.path("ownerId").asString());
        assertEquals(
                "added",
                client().get("/Epics", "$filter", "title eq 'added'")
                        .json()
                        .get(0)
                        .path("title")
                        .asString());
        assertEquals("[4]", client().read("/Epics/4").path("featureIds").toString());
        client().as("user:7|more").get("/Epics/1").expect(200);
        client().as("user:4|team-member").get("/Epics/1").expect(200);
        assertEquals(
                List.of("Epic", "Epic", "Epic", "Feature"),
                control("GET", "/changes", "")
                        .json()
                        .valueStream()
                        .map(each -> each.path("resource").asString())
                        .toList());
        assertEquals(
                "{\"whole\":true,\"findings\":[]}",
                control("GET", "/integrity", "").body());
    }

    @Test
    @Rule("EMUL-04")
    void anImportWithMistakesTellsAllAndDoesNothing() {
        String error = merge(
                        "{\"Epics\":[{\"id\":2,\"title\":7},{\"id\":5001,\"title\":\"taken\"},{\"title\":\"t\",\"primaryProgramId\":999,\"colour\":\"red\"}],\"Epic\":[],\"Users\":[{\"id\":9,\"email\":\"robin.admin@example.com\",\"roleId\":1}]}")
                .expect(400)
                .json()
                .path("error")
                .asString();
        for (String part : List.of(
                "Epics.json#/0/title: 7 is not a string",
                "Epics.json#/1/id: 5001 is the id of another record too",
                "Epics.json#/2/colour",
                "Epic.json: is no collection",
                "Users.json#/0/email")) {
            assertTrue(error.contains(part), error);
        }
        assertEquals("[]", control("GET", "/changes", "").body());
        control("POST", "/import", "{\"mode\":\"add\",\"fixtures\":{}}").expect(400);
        control("POST", "/import", "{\"fixtures\":[]}").expect(400);
        control("POST", "/import", "{\"Epics\":[]}").expect(400);
    }

    @Test
    @Rule({"EMUL-11", "EMUL-04"})
    void aReplacementIsAChangeFromTheSeed() {
        String exported = control("GET", "/export", "").body();
        client().create("/Epics", "{\"title\":\"new\",\"primaryProgramId\":1}");
        control("POST", "/import", "{\"mode\":\"replace\",\"fixtures\":" + exported + "}")
                .expect(200);
        assertEquals("[]", control("GET", "/changes", "").body());
        control("POST", "/import", "{\"mode\":\"replace\",\"fixtures\":{\"Regions\":[{\"id\":1,\"name\":\"Only\"}]}}")
                .expect(200);
        assertEquals(200, control("GET", "/changes", "").status());
        control("POST", "/reset", "").expect(204);
        assertEquals(exported, control("GET", "/export", "").body());
    }

    @Test
    @Rule("EMUL-05")
    void recordsAreShownAsTheyAreStoredWhoeverMaySeeThem() {
        client().replace("/Epics/2", "title", "\"three\"").expect(204);
        JsonNode stored = control("GET", "/records/epics/2", "").expect(200).json();
        assertEquals("three", stored.path("title").asString());
        assertFalse(stored.has("self"));
        JsonNode read = client().read("/Epics/2");
        assertEquals(read.path("createDate"), stored.path("createDate"));
        JsonNode all = control("GET", "/records/Epics", "").expect(200).json();
        assertEquals(client().get("/Epics").json().size(), all.size());
        assertFalse(control("GET", "/records/Users", "").body().contains("password"));
        control("GET", "/records/Epics/999", "").expect(404);
        control("GET", "/records/Epics/x", "").expect(404);
        control("GET", "/records/Nothing", "").expect(404);
        assertEquals(
                "{\"error\":\"There is no collection 'Epic'; the names are those of the fixture files.\"}",
                control("GET", "/records/Epic/2", "").body());
    }

    @Test
    @Rule("EMUL-01")
    void aSandboxMayBeginWithFixturesOfTheCall() {
        JsonNode made = control(
                        "POST",
                        "/sandboxes",
                        "{\"name\":\"own\",\"fixtures\":{\"Regions\":[{\"id\":4,\"name\":\"Only\"}]}}")
                .expect(201)
                .json();
        try {
            assertEquals("own", made.path("name").asString());
            assertEquals(
                    4,
                    control("GET", "/sandboxes/own/records/Regions", "")
                            .json()
                            .get(0)
                            .path("id")
                            .asInt());
            control("POST", "/sandboxes/own/import", "{\"fixtures\":{\"Regions\":[{\"name\":\"More\"}]}}")
                    .expect(200);
            control("POST", "/sandboxes/own/reset", "").expect(204);
            assertEquals(
                    1,
                    control("GET", "/sandboxes/own/records/Regions", "").json().size());
        } finally {
            control("DELETE", "/sandboxes/own", "").expect(204);
        }
        String error = control("POST", "/sandboxes", "{\"fixtures\":{\"Region\":[]}}")
                .expect(400)
                .body();
        assertTrue(error.contains("Region.json: is no collection"), error);
    }
}
