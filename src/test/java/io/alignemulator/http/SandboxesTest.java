package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Many sites on one server: what selects one, what each has of its own, how long it lives. */
class SandboxesTest extends BlackBox {

    private static final String CREATE = "{\"title\":\"mine\",\"primaryProgramId\":1}";

    @AfterEach
    void removeSandboxes() {
        endSandboxes();
    }

    private JsonNode create(String body) {
        return control("POST", "/sandboxes", body).expect(201).json();
    }

    private Client client(JsonNode sandbox, String persona) {
        return client().as(sandbox.path("tokens").path(persona).asString());
    }

    @Test
    @Rule("EMUL-01")
    void aSandboxHasRecordsTokensAndIdsOfItsOwn() {
        JsonNode one = create("{\"name\":\"one\"}");
        JsonNode two = create("{}");
        assertEquals("one", one.path("name").asString());
        assertEquals(site().uri().toString(), one.path("baseUrl").asString());
        int id = client(one, "super-admin").create("/Epics", CREATE);
        assertEquals(id, client(two, "super-admin").create("/Epics", CREATE));
        assertEquals(404, client().get("/Epics/" + id).status());
        assertNotEquals(
                one.path("tokens").path("super-admin"), two.path("tokens").path("super-admin"));
        assertTrue(one.path("tokens").has("team-member"));
        assertTrue(one.path("tokens").path("super-admin").asString().startsWith("user:1|"));
    }

    @Test
    @Rule("AUTH-04")
    void tokensOfASandboxSurviveCopyingUnlessPunctuationIsAskedFor() {
        String plain = "user:\\d\\|[A-Za-z0-9]{40}";
        JsonNode one = create("{\"name\":\"one\"}");
        one.path("tokens").forEach(token -> assertTrue(token.asString().matches(plain), token.asString()));
        client(one, "team-member").get("/Users/whoami").expect(200);
        assertTrue(generated("/sandboxes/one").matches(plain));
        assertTrue(generated("").matches(plain));
        JsonNode two = create("{\"name\":\"two\",\"tokens\":\"punctuation\"}");
        two.path("tokens").forEach(token -> {
            assertTrue(token.asString().matches("user:\\d\\|[!-~]{40}"), token.asString());
            assertFalse(token.asString().matches(plain), token.asString());
        });
        client(two, "team-member").get("/Users/whoami").expect(200);
        assertFalse(generated("/sandboxes/two").matches(plain));
        JsonNode fork = create("{\"from\":\"one\"}");
        assertEquals(keys(one.path("tokens")), keys(fork.path("tokens")));
    }

    private String generated(String sandbox) {
        return control("POST", sandbox + "/tokens", "{\"userId\": 4}")
                .expect(201)
                .json()
                .path("token")
                .asString();
    }

    private static List<String> keys(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    @Test
    @Rule("EMUL-01")
    void aHostNameAndAHeaderSelectASandboxToo() {
        JsonNode one = create("{\"name\":\"team-a\"}");
        String token = one.path("tokens").path("super-admin").asString();
        int id = client(one, "super-admin").create("/Epics", CREATE);
        assertEquals(
                200,
                client().send(
                                "GET",
                                "/Epics/" + id,
                                Map.of("Authorization", "Bearer " + token, "X-Align-Sandbox", "team-a"),
                                "")
                        .status());
        client().send(
                        "GET",
                        "/Epics/1",
                        Map.of("Authorization", "Bearer user:1|nobody", "X-Align-Sandbox", "team-a"),
                        "")
                .expectEmpty(401);
        client().send("GET", "/Epics/1", Map.of("X-Align-Sandbox", "no-such"), "")
                .expect(404);
        String answer = wire().send(
                        "GET",
                        Client.BASE + "/Epics/" + id,
                        Map.of("Host", "team-a.localhost", "Authorization", "Bearer " + token),
                        new byte[0])
                .expect(200)
                .json()
                .path("self")
                .asString();
        assertEquals("http://team-a.localhost" + Client.BASE + "/epics/" + id, answer);
    }

    @Test
    @Rule("EMUL-01")
    void aForkBeginsWithWhatTheOtherHolds() {
        JsonNode one = create("{\"name\":\"one\"}");
        int id = client(one, "super-admin").create("/Epics", CREATE);
        control("PUT", "/sandboxes/one/snapshots/before", "").expect(201);
        client(one, "super-admin")
                .replace("/Epics/" + id, "title", "\"changed\"")
                .expect(204);
        JsonNode fork = create("{\"from\":\"one\"}");
        JsonNode older = create("{\"from\":\"one\",\"snapshot\":\"before\"}");
        assertEquals(
                "changed",
                client(fork, "super-admin").read("/Epics/" + id).path("title").asString());
        assertEquals(
                "mine",
                client(older, "super-admin").read("/Epics/" + id).path("title").asString());
        client(fork, "super-admin")
                .replace("/Epics/" + id, "title", "\"again\"")
                .expect(204);
        control("POST", "/sandboxes/" + fork.path("name").asString() + "/reset", "")
                .expect(204);
        assertEquals(
                "changed",
                client(fork, "super-admin").read("/Epics/" + id).path("title").asString());
        assertEquals(
                List.of(1, 2),
                client(create("{\"fixtures\":\"minimal\"}"), "super-admin")
                        .get("/Epics")
                        .ids());
    }

    @Test
    @Rule("EMUL-01")
    void aSandboxHasSettingsOfItsOwn() {
        JsonNode small = create("{\"pageCap\":2,\"date-format\":\"seconds\",\"post-location\":true}");
        Client client = client(small, "super-admin");
        assertEquals(List.of(1, 2), client.get("/Epics?$top=50").ids());
        assertTrue(client.read("/Epics/1").path("createDate").asString().endsWith(":00Z"));
        assertEquals(8, client().get("/Epics").ids().size());
        String path = "/sandboxes/" + small.path("name").asString() + "/settings";
        assertEquals("2", control("GET", path, "").json().path("page-cap").asString());
        assertEquals(
                "3",
                control("PUT", path, "{\"pageCap\":3}").json().path("page-cap").asString());
        assertEquals(List.of(1, 2, 3), client.get("/Epics").ids());
        control("DELETE", path, "").expect(204);
        assertEquals(List.of(1, 2), client.get("/Epics").ids());
        for (String wrong : List.of(
                "{\"pageCap\":101}",
                "{\"port\":1}",
                "{\"colour\":\"red\"}",
                "{\"shuffle\":[]}",
                "{\"rateLimit\":\"x\"}")) {
            control("POST", "/sandboxes", wrong).expect(400);
            control("PUT", path, wrong).expect(400);
        }
    }

    @Test
    @Rule("EMUL-01")
    void aSandboxThatCannotBeMadeIsRefused() {
        create("{\"name\":\"one\"}");
        control("POST", "/sandboxes", "{\"name\":\"one\"}").expect(409);
        control("POST", "/sandboxes", "{\"name\":\"default\"}").expect(409);
        for (String wrong : List.of(
                "{\"name\":\"One\"}",
                "{\"name\":\"a.b\"}",
                "{\"name\":7}",
                "{\"fixtures\":\"/etc\"}",
                "{\"fixtures\":\"demo\",\"from\":\"one\"}",
                "{\"timeToLive\":\"10 minutes\"}",
                "{\"clock\":\"today\"}",
                "[]",
                "{")) {
            control("POST", "/sandboxes", wrong).expect(400);
        }
        control("POST", "/sandboxes", "{\"from\":\"two\"}").expect(404);
        control("POST", "/sandboxes", "{\"snapshot\":\"none\"}").expect(404);
        control("DELETE", "/sandboxes/two", "").expect(404);
        control("DELETE", "/sandboxes/default", "").expect(409);
        control("POST", "/sandboxes/two/reset", "").expect(404);
    }

    @Test
    @Rule("EMUL-01")
    void aSandboxEndsWhenItsTimeIsOver() {
        JsonNode brief = create("{\"name\":\"brief\",\"timeToLive\":\"PT10M\",\"clock\":\"2026-01-05T09:00:00Z\"}");
        assertEquals("2026-01-05T09:10:00Z", brief.path("expires").asString());
        client(brief, "super-admin").get("/Epics/1").expect(200);
        control("PUT", "/sandboxes/brief/clock", "{\"advance\":\"PT10M\"}").expect(200);
        client(brief, "super-admin").get("/Epics/1").expect(401);
        control("GET", "/sandboxes/brief", "").expect(404);
        create("{\"name\":\"brief\"}");
    }

    @Test
    @Rule("EMUL-01")
    void aDeletedSandboxIsGone() {
        JsonNode one = create("{\"name\":\"one\"}");
        control("DELETE", "/sandboxes/one", "").expect(204);
        client(one, "super-admin").get("/Epics/1").expect(401);
        assertEquals(1, control("GET", "/sandboxes", "").json().size());
    }

    @Test
    @Rule("EMUL-06")
    void theClockReachesStampsAndTheLimit() {
        JsonNode one = create("{\"name\":\"one\",\"rateLimit\":\"3/60:60\",\"clock\":\"2026-01-05T09:00:00Z\"}");
        Client client = client(one, "super-admin");
        int id = client.create("/Epics", CREATE);
        assertEquals(
                "2026-01-05T09:00:00.000Z",
                client.read("/Epics/" + id).path("createDate").asString());
        client.get("/Epics/1").expect(200);
        client.get("/Epics/1").expect(429);
        control("PUT", "/sandboxes/one/clock", "{\"advance\":\"PT61S\"}").expect(200);
        client.get("/Epics/1").expect(200);
        assertEquals(
                "2026-01-05T09:01:01Z",
                control("GET", "/sandboxes/one/clock", "").json().path("now").asString());
        control("PUT", "/sandboxes/one/clock", "{\"set\":\"2020-02-29T00:00:00Z\",\"frozen\":false}")
                .expect(200);
        assertTrue(!control("GET", "/sandboxes/one/clock", "")
                .json()
                .path("frozen")
                .asBoolean());
        String before =
                control("PUT", "/sandboxes/one/clock", "{\"frozen\":true}").body();
        control("PUT", "/sandboxes/one/clock", "{\"advance\":\"PT1H\",\"frozen\":\"yes\"}")
                .expect(400);
        assertEquals(before, control("GET", "/sandboxes/one/clock", "").body(), "nothing half done");
        for (String wrong : List.of(
                "{}",
                "{\"advance\":\"PT-1S\"}",
                "{\"advance\":\"61\"}",
                "{\"advance\":\"PT1S\",\"set\":\"2020-02-29T00:00:00Z\"}",
                "{\"set\":\"yesterday\"}",
                "{\"frozen\":\"yes\"}",
                "{\"freeze\":true}")) {
            control("PUT", "/sandboxes/one/clock", wrong).expect(400);
        }
    }

    @Test
    @Rule("EMUL-13")
    void theLimitIsSeenAndChanged() {
        create("{\"name\":\"one\",\"rateLimit\":\"2/60:60\"}");
        String path = "/sandboxes/one/rate-limit";
        Client client = client(control("GET", "/sandboxes/one", "").json(), "super-admin");
        client.get("/Epics/1").expect(200);
        JsonNode state = control("GET", path, "").expect(200).json();
        assertEquals("2/60:60", state.path("limit").asString());
        assertEquals(
                "{\"address\":\"127.0.0.1\",\"calls\":1,\"blocked\":false,\"blockedFor\":\"PT0S\"}",
                state.path("addresses").get(0).toString());
        control("PUT", path, "{\"block\":\"127.0.0.1\"}").expect(200);
        client.get("/Epics/1").expect(429);
        control("PUT", path, "{\"unblock\":\"127.0.0.1\"}").expect(200);
        client.get("/Epics/1").expect(200);
        assertEquals(
                "off",
                control("PUT", path, "{\"limit\":\"off\"}").json().path("limit").asString());
        for (int i = 0; i < 5; i++) {
            client.get("/Epics/1").expect(200);
        }
        control("PUT", path, "{\"block\":\"127.0.0.1\"}").expect(409);
        control("PUT", path, "{\"limit\":\"1/60:60\"}").expect(200);
        client.get("/Epics/1").expect(200);
        client.get("/Epics/1").expect(429);
        control("DELETE", path, "").expect(204);
        client.get("/Epics/1").expect(200);
        control("PUT", path, "{\"limit\":\"fast\"}").expect(400);
        control("PUT", path, "{\"limits\":\"1/1:1\"}").expect(400);
    }

    @ParameterizedTest
    @CsvSource({"POST, /sandboxes", "PUT, /settings"})
    @Rule("EMUL-22")
    void settingsAreKeysOfTheBodyItself(String method, String path) {
        Answer answer = control(method, path, "{\"settings\":{\"rules\":\"OKR-03=off\"}}")
                .expect(400);
        assertTrue(answer.body().contains("settings are keys of the body itself"), answer.body());
        control(method, path, "{\"rules\":\"OKR-03=off\"}").expect(method.equals("POST") ? 201 : 200);
    }

    @Test
    @Rule("EMUL-03")
    void aSnapshotBringsBackRecordsTokensAndSettings() {
        control("PUT", "/snapshots/a", "").expect(201);
        int id = client().create("/Epics", CREATE);
        control("POST", "/tokens", "{\"userId\":4}").expect(201);
        control("PUT", "/settings", "{\"pageCap\":1}").expect(200);
        control("PUT", "/snapshots/b", "").expect(201);
        control("POST", "/snapshots/a/restore", "").expect(204);
        client().get("/Epics/" + id).expect(404);
        client().as("user:4|team-member").get("/Epics").expect(200);
        assertEquals(8, client().get("/Epics").ids().size());
        control("POST", "/snapshots/b/restore", "").expect(204);
        client().get("/Epics/" + id).expect(200);
        assertEquals(1, client().get("/Epics").ids().size());
        assertEquals(
                List.of("a", "b"),
                control("GET", "/snapshots", "")
                        .json()
                        .valueStream()
                        .map(each -> each.path("name").asString())
                        .toList());
        assertEquals(
                1, control("GET", "/snapshots/b", "").json().path("changes").asInt());
        control("DELETE", "/snapshots/a", "").expect(204);
        control("DELETE", "/snapshots/a", "").expect(404);
        control("POST", "/snapshots/a/restore", "").expect(404);
        control("PUT", "/snapshots/%20", "").expect(400);
        site().reset();
        assertEquals(0, control("GET", "/snapshots", "").json().size());
    }

    @Test
    @Rule({"EMUL-15", "WRIT-29"})
    void fieldsThatDoNothingAreRefusedWhenAsked() {
        control("PUT", "/settings", "{\"ignoredFields\":\"refuse\"}").expect(200);
        client().post("/Epics", "{\"title\":\"t\",\"primaryProgramId\":1,\"itemtype\":\"e\",\"id\":7}")
                .expectSentence(400, "Cannot create epic. Sent and ignored: /id, /itemtype.");
        client().replace("/Epics/1", "createdBy", "\"9\"")
                .expectSentence(400, "Cannot update epic with id 1. Sent and ignored: /createdBy.");
        client().replace("/Epics/1", "title", "\"t\"").expect(204);
    }

    @Test
    @Rule({"EMUL-14", "EMUL-19"})
    void shuffledListsPageToTheEndWithoutOrder() {
        List<Integer> ordered = client().get("/Stories?$top=100").ids();
        control("PUT", "/settings", "{\"shuffle\":true}").expect(200);
        List<Integer> shuffled = client().get("/Stories?$top=60").ids();
        List<Integer> rest = client().get("/Stories?$top=60&$skip=60").ids();
        assertNotEquals(ordered.subList(0, 60), shuffled);
        assertEquals(shuffled, client().get("/Stories?$top=60").ids());
        assertTrue(rest.stream().noneMatch(shuffled::contains));
        List<Integer> byId = client().get("/Stories?$orderby=id&$top=60").ids();
        assertEquals(byId.stream().sorted().toList(), byId);
    }

    @Test
    @Rule("EMUL-12")
    void theControlApiIsNotForPagesOfOtherSites() {
        String own = site().uri().toString();
        assertEquals(204, reset(Map.of("Origin", own)));
        assertEquals(403, reset(Map.of("Origin", "https://evil.example")));
        assertEquals(403, reset(Map.of("Origin", "null")));
        assertEquals(403, reset(Map.of("Sec-Fetch-Site", "cross-site")));
        assertEquals(204, reset(Map.of("Sec-Fetch-Site", "same-origin")));
        Map<String, String> form = Map.of("Content-Type", "text/plain");
        assertEquals(
                415,
                Client.control(site().uri(), "POST", "/sandboxes", "{}", form).status());
        assertEquals(403, rebound("evil.example"));
        assertEquals(200, rebound("align"));
        assertEquals(200, rebound("x.localhost:80"));
        assertEquals(200, rebound("[::1]:80"));
    }

    private int reset(Map<String, String> headers) {
        return Client.control(site().uri(), "POST", "/reset", "", headers).status();
    }

    private int rebound(String host) {
        return wire().send("GET", "/_emulator/health", Map.of("Host", host), new byte[0])
                .status();
    }

    @Test
    @Rule("EMUL-12")
    void aControlTokenProtectsAndASwitchRemovesTheControlApi() {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.CONTROL_TOKEN, "open sesame")) {
            Map<String, String> right = Map.of("X-Control-Token", "open sesame");
            assertEquals(
                    401,
                    Client.control(site.uri(), "POST", "/reset", "", Map.of()).status());
            assertEquals(
                    401,
                    Client.control(site.uri(), "POST", "/reset", "", Map.of("X-Control-Token", "open"))
                            .status());
            assertEquals(
                    204, Client.control(site.uri(), "POST", "/reset", "", right).status());
        }
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.CONTROL, "off")) {
            Client.control(site.uri(), "GET", "/health", "", Map.of()).expectEmpty(404);
            site.client().get("/Epics/1").expect(200);
        }
    }

    @Test
    @Rule("EMUL-12")
    void theControlApiDescribesItself() {
        JsonNode document = control("GET", "/openapi.json", "").expect(200).json();
        assertEquals("3.1.0", document.path("openapi").asString());
        assertTrue(document.path("paths").path("/reset").has("post"));
        assertTrue(document.path("paths").path("/sandboxes/{sandbox}/clock").has("put"));
        control("GET", "/nothing", "").expect(404);
        control("GET", "/reset", "").expectEmpty(405);
    }
}
