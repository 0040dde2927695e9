package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The journal over HTTP: what was called, by whom, and which rules had a say. */
@Tag("in-process")
class JournalHttpTest extends BlackBox {

    private JsonNode requests(String query) {
        return control("GET", "/requests" + query, "").expect(200).json();
    }

    private static List<Integer> numbers(JsonNode answer) {
        return answer.path("requests")
                .valueStream()
                .map(each -> each.path("number").asInt())
                .toList();
    }

    @Test
    @Rule("EMUL-09")
    void noCredentialIsKeptWhereverItWasSent() {
        client().post("/Epics", "{\"title\":\"user:2|\\u0074eam-member\",\"apiKey\":\"hidden-1\"}");
        client().get("/Epics?access_token=hidden-2&$top=1&x=user%253A5%7Chidden-3");
        client().as("user:9|hidden-4").get("/Epics");
        String all = control("GET", "/requests", "").body()
                + control("GET", "/requests?format=text", "").body()
                + control("GET", "/requests?format=har", "").body();
        assertFalse(all.contains("hidden"), all);
        assertTrue(all.contains("access_token=***&$top=1&x=***"), all);
        assertTrue(all.contains("\"title\":\"***\""), all);
    }

    @Test
    @Rule("EMUL-09")
    void theTextForATerminalDoesNotActOnIt() {
        client().get("/Epics/%1B%5B2J");
        client().post("/Epics", "{\"title\":\"\u001b[31m\u202e\"}");
        String text = control("GET", "/requests?format=text", "").body();
        assertFalse(text.contains("\u001b") || text.contains("\u202e"), text);
        assertTrue(text.contains("\\u001b[31m\\u202e"), text);
    }

    @Test
    @Rule("EMUL-09")
    void everyCallIsKeptWithItsAnswerAndItsRules() {
        client().as("user:4|team-member").get("/Users").expect(403);
        client().post("/Epics", "{\"title\":\"t\",\"primaryProgramId\":1,\"itemtype\":\"x\"}")
                .expect(201);
        client().as("user:9|foreign-secret").get("/Epics").expect(401);
        client().get("/Epics?$top=500").expect(200);
        JsonNode all = requests("");
        assertEquals(4, all.path("total").asInt());
        assertEquals(0, all.path("dropped").asInt());
        JsonNode forbidden = all.path("requests").get(0);
        assertEquals("team-member", forbidden.path("user").path("persona").asString());
        assertEquals("[\"ACCS-02\"]", forbidden.path("rules").toString());
        JsonNode created = all.path("requests").get(1);
        assertEquals("[\"/itemtype\"]", created.path("ignored").toString());
        assertEquals("t", created.path("request").path("body").path("title").asString());
        assertTrue(created.path("response").path("body").isNumber());
        assertTrue(created.path("rules").toString().contains("STMP-02"));
        assertFalse(all.path("requests").get(2).has("user"));
        assertFalse(control("GET", "/requests", "").body().contains("secret"));
        assertFalse(control("GET", "/requests?format=text", "").body().contains("super-admin|"));
        assertTrue(all.path("requests").get(3).path("rules").toString().contains("LIST-02"));
    }

    @Test
    @Rule("EMUL-26")
    void aRuleThatMaySurpriseIsNamedInTheAnswerAndInTheJournal() {
        String epic = "{\"title\":\"t\",\"primaryProgramId\":1,\"targetCompletionDate\":\"2026-01-05T09:00:00%s\"}";
        assertEquals(
                "BODY-07",
                client().post("/Epics", epic.formatted("")).expect(201).header("x-emulator-note"));
        assertEquals(
                "", client().post("/Epics", epic.formatted("Z")).expect(201).header("x-emulator-note"));
        JsonNode kept = requests("").path("requests");
        assertEquals("[\"BODY-07\"]", kept.get(0).path("notes").toString());
        assertEquals("[]", kept.get(1).path("notes").toString());
        assertTrue(control("GET", "/requests?format=text", "").body().contains("BODY-07"));
    }

    @Test
    @Rule("EMUL-09")
    void theJournalIsQueriedPagedAndEmptied() {
        client().get("/Epics/1").expect(200);
        client().get("/Epics/99").expect(404);
        client().as("user:3|program-manager").get("/Features/1").expect(200);
        assertEquals(List.of(2), numbers(requests("?status=4xx")));
        assertEquals(List.of(1, 2), numbers(requests("?path=/epics/*")));
        assertEquals(List.of(3), numbers(requests("?persona=program-manager&method=get")));
        assertEquals(List.of(3, 2), numbers(requests("?order=newest&limit=2")));
        assertEquals(List.of(2, 3), numbers(requests("?offset=1")));
        assertEquals(
                "ERRS-02",
                control("GET", "/requests/2", "").json().path("rules").get(0).asString());
        control("GET", "/requests/7", "").expect(404);
        control("GET", "/requests?colour=red", "").expect(400);
        control("GET", "/requests?limit=-1", "").expect(400);
        control("DELETE", "/requests", "").expect(204);
        assertEquals(0, requests("").path("total").asInt());
        control("PUT", "/settings", "{\"journalSize\":1}").expect(200);
        client().get("/Epics/1").expect(200);
        client().get("/Epics/2").expect(200);
        assertEquals(1, requests("").path("dropped").asInt());
        assertEquals(List.of(2), numbers(requests("")));
    }

    @Test
    @Rule("EMUL-10")
    void callsAreVerifiedWithNearMisses() {
        client().replace("/Epics/2", "title", "\"t\"").expect(204);
        JsonNode missed = control(
                        "POST", "/requests/verify", "{\"matcher\":{\"method\":\"PATCH\",\"path\":\"/epics/1\"}}")
                .expect(200)
                .json();
        assertFalse(missed.path("verified").asBoolean());
        assertEquals(
                "path: expected /epics/1, was /Epics/2",
                missed.path("nearMisses").get(0).path("differences").get(0).asString());
        JsonNode met = control(
                        "POST",
                        "/requests/verify",
                        "{\"matcher\":{\"status\":204},\"count\":{\"atLeast\":1,\"atMost\":3},\"timeout\":\"PT0S\"}")
                .expect(200)
                .json();
        assertTrue(met.path("verified").asBoolean());
        assertEquals("[1]", met.path("matched").toString());
        for (String wrong : List.of(
                "{\"matcher\":{\"verb\":1}}",
                "{\"count\":-1}",
                "{\"count\":\"many\"}",
                "{\"timeout\":\"PT2M\"}",
                "{\"match\":{}}")) {
            control("POST", "/requests/verify", wrong).expect(400);
        }
    }

    @Test
    @Rule("EMUL-09")
    void faultsAreTold() {
        control("POST", "/faults", "{\"effect\":{\"type\":\"status\",\"code\":503}}")
                .expect(201);
        client().get("/Epics").expect(503);
        assertEquals(
                "fault 1: status",
                requests("").path("requests").get(0).path("fault").asString());
    }

    @Test
    @Rule("EMUL-09")
    void newCallsAreStreamed() throws Exception {
        HttpResponse<java.io.InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(site().uri() + "/_emulator/requests/stream"))
                                .build(),
                        BodyHandlers.ofInputStream());
        assertEquals(
                "text/event-stream",
                response.headers().firstValue("content-type").orElse(""));
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertEquals(": listening", events.readLine());
            client().get("/Epics/1").expect(200);
            String line = events.readLine();
            while (line != null && !line.startsWith("data: ")) {
                line = events.readLine();
            }
            assertTrue(line != null && line.contains("\"path\":\"/rest/align/api/2/Epics/1\""), line);
        }
    }

    @Test
    @Rule("EMUL-09")
    void theJournalIsAnHttpArchiveToo() {
        client().get("/Epics/1").expect(200);
        JsonNode entry = control("GET", "/requests/har", "")
                .expect(200)
                .json()
                .path("log")
                .path("entries")
                .get(0);
        assertEquals(
                site().uri() + Client.BASE + "/Epics/1",
                entry.path("request").path("url").asString());
    }
}
