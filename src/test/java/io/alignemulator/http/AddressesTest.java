package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Where records are found: spellings of a path, self, further collections. */
class AddressesTest extends BlackBox {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rest/align/api/2/epics",
                "/REST/ALIGN/API/2/EPICS",
                "/Rest/Align/Api/2/ePiCs/",
                "//rest/align/api/2/Epics",
                "///rest/align/api/2/epic"
            })
    @Rule({"ADDR-01", "ADDR-02", "ADDR-03", "ADDR-04"})
    void pathsMatchInAnyCase(String path) {
        assertEquals(client().get("/Epics").body(), wire().get(path).expect(200).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Epics/%201", "/Epics/1%20", "/Epics/+1", "/Epics/0001", "/Epics/%31", "/Epics/%091/"})
    @Rule("ADDR-12")
    void anIdIsReadLikeAnyWholeNumber(String path) {
        assertEquals(client().get("/Epics/1").body(), client().get(path).body());
        client().send("PATCH", path, Map.of("Content-Type", "application/json"), "[]")
                .expectEmpty(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"one", "1.0", "1e3", "0x1", "1,2", "1;x=1", "null", "1%2F", "2147483648", "%C2%A01", "1%201"})
    @Rule("ADDR-12")
    void anythingElseIsNoId(String id) {
        client().get("/Epics/" + id).expectEmpty(404);
        client().get("/Epics/" + id + "/auditlog").expectEmpty(404);
        client().send("PATCH", "/Epics/" + id, Map.of("Content-Type", "application/json"), "[]")
                .expectEmpty(404);
    }

    @Test
    @Rule("ADDR-01")
    void stepsOfAPathAreTakenBeforeItIsLookedFor() {
        assertEquals(
                client().get("/Epics/1").body(),
                wire().get("/rest/./align/x/../api/2/Epics/1").body());
        wire().get("/rest/align/api/2/../Epics/1").expectEmpty(404);
    }

    @Test
    @Rule("ADDR-05")
    void theSingularIsAnAlias() {
        for (String alias : List.of("epic", "Story", "capability", "City", "KeyResult", "valuestream", "person")) {
            assertEquals(
                    alias.equals("person") ? 404 : 200,
                    client().get("/" + alias + "?$top=1").status(),
                    alias);
        }
        assertEquals(client().get("/Epics/1").body(), client().get("/epic/1").body());
        try (EmulatedSite plural = EmulatedSite.with(ServerSettings.SINGULAR_PATHS, "off")) {
            plural.client().get("/epic/1").expectEmpty(404);
            plural.client().get("/epics/1").expect(200);
        }
    }

    @Test
    @Rule("ADDR-06")
    void selfNamesTheHostThatTheClientUsed() {
        Map<String, String> host = Map.of(
                "Host", "align.example.com:8443", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");
        String own = "http://align.example.com:8443/rest/align/api/2/keyresults/1";
        try (EmulatedSite named = EmulatedSite.with(ServerSettings.CONTROL_HOSTS, "align.example.com")) {
            Wire wire = new Wire(named.uri(), named.token());
            Answer item = wire.send("GET", "/rest/align/api/2/KEYRESULT/1/", host, new byte[0]);
            Answer list = wire.send("GET", "//rest/align/api/2/KeyResults?$select=self", host, new byte[0]);
            assertAll(
                    () -> assertEquals(own, item.json().path("self").asString()),
                    () -> assertEquals(own, list.json().get(0).path("self").asString()),
                    () -> assertEquals(
                            named.uri() + "/rest/align/api/2/epics/1",
                            named.client().read("/Epics/1").path("self").asString()));
        }
    }

    @Test
    @Rule("ADDR-18")
    void aTrustedProxySaysWhatTheClientUsed() {
        try (EmulatedSite proxied = EmulatedSite.with(ServerSettings.TRUSTED_PROXIES, "127.0.0.1")) {
            Answer item = new Wire(proxied.uri(), proxied.token())
                    .send(
                            "GET",
                            "/rest/align/api/2/Epics/1?expand=true",
                            Map.of("X-Forwarded-Host", "align.example.com, inner", "X-Forwarded-Proto", "https"),
                            new byte[0]);
            String base = "https://align.example.com/rest/align/api/2/";
            assertEquals(base + "epics/1", item.json().path("self").asString());
            assertEquals(
                    base + "programs/1",
                    item.json().path("primaryProgram").path("self").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Milestones",
                "Dependencies",
                "Divisions",
                "CostCenters",
                "WorkCodes",
                "AnchorSprints",
                "SystemRoles",
                "ThemeGroups",
                "CustomHierarchies",
                "Domains",
                "Connectors/1/Boards",
                "connectors/1/priorities",
                "Connectors/1/Projects",
                "Connectors/1/TeamMappings",
                "GridConfigurations/feature/ColumnConfigurations",
                "Themes/1/milestones",
                "Epics/1/milestones",
                "Capabilities/5001/milestones",
                "Features/1/milestones"
            })
    @Rule({"ADDR-15", "ADDR-10"})
    void furtherCollectionsAreThere(String collection) {
        JsonNode rows = client().read("/" + collection);
        assertTrue(rows.isArray() && !rows.isEmpty(), rows.toString());
        int id = rows.get(0).path("id").asInt();
        assertEquals(id, client().read("/" + collection + "/" + id).path("id").asInt());
        assertEquals(List.of(id), client().get("/" + collection + "?id=" + id).ids());
    }

    @Test
    @Rule("ADDR-14")
    void milestonesHangBelowTheirWorkItem() {
        int id = client().create("/Epics/2/milestones", "{\"title\":\"Go\",\"startOn\":\"2027-01-01T00:00:00Z\"}");
        assertEquals(
                "Go", client().read("/Epics/2/milestones/" + id).path("title").asString());
        assertEquals(List.of(id), client().get("/Epics/2/milestones").ids());
        assertFalse(client().get("/Epics/1/milestones").ids().contains(id));
        assertEquals(404, client().get("/Epics/1/milestones/" + id).status());
    }

    @Test
    @Rule("USER-07")
    void whoamiIsTheCaller() {
        assertEquals(
                client().get("/Users/4").body(),
                client().as("user:4|team-member").get("/users/WhoAmI").body());
    }
}
