package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Faults as clients meet them; what each effect does to an answer is tested where effects are. */
@Tag("in-process")
class FaultsHttpTest extends BlackBox {

    @Override
    boolean isOutsideTheDocument() {
        return true;
    }

    private static final String EPIC = "{\"title\":\"t\",\"primaryProgramId\":1}";
    private static final String MEMBER = "user:4|team-member";

    private int add(String match, String effect) {
        return control("POST", "/faults", "{\"match\":" + match + ",\"effect\":" + effect + "}")
                .expect(201)
                .json()
                .path("id")
                .asInt();
    }

    private JsonNode fault(int id) {
        return control("GET", "/faults/" + id, "").expect(200).json();
    }

    @Test
    @Rule({"EMUL-07", "ERRS-07"})
    void theSecondPatchOfEpicsMeetsAServerThatIsDown() {
        int id = add("{\"method\":\"PATCH\",\"path\":\"/epics/*\",\"nth\":2}", "{\"type\":\"status\",\"code\":503}");
        client().replace("/Epics/1", "title", "\"a\"").expect(204);
        client().replace("/epic/1", "title", "\"b\"").expect(503);
        client().replace("/Epics/1", "title", "\"c\"").expect(204);
        client().get("/Epics/1").expect(200);
        assertEquals("c", client().read("/Epics/1").path("title").asString());
        assertEquals(3, fault(id).path("matches").asInt());
        assertEquals(1, fault(id).path("hits").asInt());
    }

    @Test
    @Rule({"EMUL-07", "RATE-06"})
    void anAddressIsBlockedNow() {
        control("PUT", "/rate-limit", "{\"limit\":\"600/60:60\"}").expect(200);
        add("{\"path\":\"/epics\",\"times\":1}", "{\"type\":\"tooManyRequests\",\"retryAfter\":7,\"block\":true}");
        Answer refused = client().get("/Epics");
        refused.expectSentence(429, "429 too many requests");
        assertEquals("7", refused.header("retry-after"));
        client().get("/Regions").expect(429);
        control("PUT", "/clock", "{\"advance\":\"PT60S\"}").expect(200);
        client().get("/Epics").expect(200);
    }

    @Test
    @Rule("EMUL-07")
    void aConnectionClosesBeforeOrAfterTheWriteWasApplied() {
        int before = client().get("/Epics").ids().size();
        int id = add("{\"method\":\"POST\",\"path\":\"/epics\",\"times\":1}", "{\"type\":\"closeBefore\"}");
        assertThrows(UncheckedIOException.class, () -> client().post("/Epics", EPIC));
        assertEquals(before, client().get("/Epics").ids().size());
        control("DELETE", "/faults/" + id, "").expect(204);
        add("{\"method\":\"POST\",\"path\":\"/epics\",\"times\":1}", "{\"type\":\"closeAfter\"}");
        assertThrows(UncheckedIOException.class, () -> client().post("/Epics", EPIC));
        assertEquals(before + 1, client().get("/Epics").ids().size());
    }

    @Test
    @Rule("EMUL-07")
    void bodiesAreCutBrokenAndChanged() {
        String whole = client().get("/Epics/1").body();
        int cut = add("{\"path\":\"/epics/1\"}", "{\"type\":\"truncatedBody\",\"fraction\":0.5}");
        assertThrows(UncheckedIOException.class, () -> client().get("/Epics/1"));
        control("DELETE", "/faults/" + cut, "").expect(204);

        int broken = add("{\"path\":\"/epics/1\"}", "{\"type\":\"malformedJson\"}");
        Answer answer = client().get("/Epics/1").expect(200);
        assertEquals(whole.length(), answer.body().length());
        assertThrows(JacksonException.class, answer::json);
        control("DELETE", "/faults/" + broken, "").expect(204);

        int extra = add("{\"path\":\"/epics\"}", "{\"type\":\"extraProperty\",\"name\":\"newKey\",\"value\":[1]}");
        client().get("/Epics")
                .json()
                .forEach(row -> assertEquals("[1]", row.path("newKey").toString()));
        control("DELETE", "/faults/" + extra, "").expect(204);

        add("{\"path\":\"/epics/1\"}", "{\"type\":\"wrongType\",\"field\":\"id\"}");
        assertTrue(client().read("/Epics/1").path("id").isString());
    }

    @Test
    @Rule("EMUL-07")
    void aBodyInChunksIsCutWithoutALengthThatTells() {
        String whole = client().get("/Regions/1").body();
        add("{\"path\":\"/regions/1\"}", "{\"type\":\"truncatedBody\",\"chunked\":true}");
        Answer cut = wire().get("/rest/align/api/2/Regions/1");
        assertEquals("chunked", cut.header("transfer-encoding"));
        assertEquals("close", cut.header("connection"));
        assertEquals("", cut.header("content-length"));
        assertEquals(whole.substring(0, whole.length() / 2), cut.body());
        assertThrows(UncheckedIOException.class, () -> client().get("/Regions/1"));
    }

    @Test
    @Rule("EMUL-07")
    void answersComeLateOrDropByDropAndWhole() {
        String whole = client().get("/Regions/1").body();
        int late = add("{\"path\":\"/regions/1\"}", "{\"type\":\"delay\",\"duration\":\"PT0.001S\"}");
        assertEquals(whole, client().get("/Regions/1").expect(200).body());
        control("DELETE", "/faults/" + late, "").expect(204);
        add("{\"path\":\"/regions/1\"}", "{\"type\":\"drip\",\"bytesPerChunk\":50,\"pause\":\"PT0.001S\"}");
        assertEquals(whole, client().get("/Regions/1").expect(200).body());
    }

    @Test
    @Rule({"EMUL-07", "ERRS-07"})
    void aProxyAnswersWithAPageAndACredentialEndsMidway() {
        int proxy = add("{}", "{\"type\":\"proxyPage\"}");
        Answer page = client().get("/Epics").expect(502);
        assertTrue(page.header("content-type").startsWith("text/html"));
        control("DELETE", "/faults/" + proxy, "").expect(204);

        add("{\"persona\":\"team-member\",\"nth\":2}", "{\"type\":\"unauthorizedFromNowOn\"}");
        client().as(MEMBER).get("/Epics").expect(200);
        client().as(MEMBER).get("/Epics").expectEmpty(401);
        client().as(MEMBER).get("/Regions").expectEmpty(401);
        client().get("/Epics").expect(200);
        control("DELETE", "/faults", "").expect(204);
        client().as(MEMBER).get("/Epics").expect(200);
    }

    @Test
    @Rule("EMUL-07")
    void aFaultThatCanNeverActIsRefusedWithEveryMistake() {
        Answer refused = control(
                        "POST",
                        "/faults",
                        "{\"match\":{\"method\":\"DELETE\",\"path\":\"/epics/*\",\"persona\":\"nobody\",\"nth\":0},\"effect\":{\"type\":\"nothing\"},\"when\":1}")
                .expect(400);
        String error = refused.json().path("error").asString();
        for (String pointer : new String[] {"/match/persona", "/match/nth", "/effect/type", "/when"}) {
            assertTrue(error.contains(pointer), error);
        }
        control("POST", "/faults", "{\"match\":{\"path\":\"/sprints\"},\"effect\":{\"type\":\"closeAfter\"}}")
                .expect(400);
        control(
                        "POST",
                        "/faults",
                        "{\"match\":{\"method\":\"DELETE\",\"path\":\"/epics/*\"},\"effect\":{\"type\":\"closeAfter\"}}")
                .expect(400);
        control("GET", "/faults/1", "").expect(404);
        assertEquals(0, control("GET", "/faults", "").json().size());
    }

    @Test
    @Rule("EMUL-07")
    void faultsEndWithAResetAndBelongToOneSandbox() {
        add("{}", "{\"type\":\"status\",\"code\":500}");
        JsonNode other =
                control("POST", "/sandboxes", "{\"name\":\"calm\"}").expect(201).json();
        client().get("/Epics").expect(500);
        client().as(other.path("tokens").path("super-admin").asString())
                .get("/Epics")
                .expect(200);
        control("DELETE", "/sandboxes/calm", "").expect(204);
        site().reset();
        client().get("/Epics").expect(200);
    }

    @Test
    @Rule("EMUL-07")
    void somebodyElseActsBeforeTheCallThatIsHit() {
        add(
                "{\"path\":\"/regions\",\"nth\":2}",
                "{\"type\":\"meanwhile\",\"calls\":[{\"method\":\"POST\",\"path\":\"/import\",\"body\":{\"fixtures\":{\"Regions\":[{\"name\":\"Between\"}]}}},{\"method\":\"PUT\",\"path\":\"/settings\",\"body\":{\"pageCap\":2}}]}");
        assertFalse(client().get("/regions").body().contains("Between"));
        assertEquals(
                "Between",
                client().get("/regions?$orderby=id%20desc")
                        .json()
                        .get(0)
                        .path("name")
                        .asString());
        assertEquals(2, client().get("/epics").json().size());
    }

    @Test
    @Rule("EMUL-07")
    void whatSomebodyElseCannotDoIsNotTakenForTheClientsMistake() {
        add(
                "{\"path\":\"/regions\"}",
                "{\"type\":\"meanwhile\",\"calls\":[{\"method\":\"POST\",\"path\":\"/nothing\"}]}");
        Answer answer = client().get("/regions").expect(500);
        assertTrue(answer.body().startsWith("meanwhile POST /nothing: "), answer.body());
    }

    @Test
    @Rule("EMUL-07")
    void aRedirectSendsTheClientElsewhere() {
        add("{\"path\":\"/regions\"}", "{\"type\":\"redirect\",\"location\":\"http://localhost:9/x\",\"code\":308}");
        assertEquals(
                "http://localhost:9/x", client().get("/regions").expect(308).header("location"));
    }
}
