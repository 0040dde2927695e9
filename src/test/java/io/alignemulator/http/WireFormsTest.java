package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What real clients were seen to send, byte for byte over a plain socket. */
class WireFormsTest extends BlackBox {

    private static final String ODATA_JSON = "application/json;odata.metadata=minimal;odata.streaming=true";
    private static final String STORIES_OF_11 = "/rest/align/api/2/stories?expand=true&%24filter=programId%20eq%2011";

    @Test
    @Rule({"LIST-13", "WRIT-03"})
    void storiesOfAProgramArePagedAndPatched() {
        Answer first = wire().get(STORIES_OF_11);
        Answer second = wire().get(STORIES_OF_11 + "&$skip=100");
        assertEquals(IntStream.rangeClosed(1001, 1100).boxed().toList(), first.ids());
        assertEquals(IntStream.rangeClosed(1101, 1120).boxed().toList(), second.ids());
        assertEquals(11, first.json().get(0).path("program").path("id").asInt());

        String patch = "[{\"value\":0,\"path\":\"/effortPoints\",\"op\":\"replace\"},"
                + "{\"value\":\"x\",\"path\":\"/description\",\"op\":\"replace\"},{\"value\":2,\"path\":\"/releaseId\",\"op\":\"replace\"}]";
        client().create("/Releases", "{\"title\":\"t\",\"portfolioId\":1}");
        String existing = patch.replace("\"value\":2,", "\"value\":54,");
        wire().send("PATCH", "/rest/align/api/2/Stories/1001", ODATA_JSON, existing)
                .expectEmpty(204);
        JsonNode story = client().read("/Stories/1001");
        assertAll(
                () -> assertEquals(0, story.path("effortPoints").asInt()),
                () -> assertEquals("x", story.path("description").asString()),
                () -> assertEquals(54, story.path("releaseId").asInt()));
    }

    @Test
    @Rule({"WRIT-01", "WRIT-29"})
    void aFullCopyOfAFeatureIsAccepted() {
        ObjectNode copy = (ObjectNode) client().read("/Features/1");
        List.of("id", "createDate", "self").forEach(copy::remove);
        Answer.keys(copy).stream().filter(key -> copy.path(key).isNull()).forEach(copy::remove);
        copy.put("itemtype", "features");
        Answer created = wire().send("POST", "/rest/align/api/2/Features", "application/json", copy.toString());
        JsonNode read = client().read("/Features/" + created.expect(201).json().asInt());
        List<String> changing = List.of("lastUpdatedDate", "lastUpdatedBy", "createdBy", "itemtype");
        assertAll(copy.properties().stream()
                .filter(sent -> !changing.contains(sent.getKey()))
                .map(sent -> () -> assertEquals(
                        sent.getValue().toString(), read.path(sent.getKey()).toString(), sent.getKey())));
    }

    @Test
    @Rule("WRIT-01")
    void aFeatureIsPostedWithKeysInAnyCaseAndNumbersAsText() {
        Answer created = wire().send(
                        "POST",
                        "/rest/align/api/2/features",
                        "application/json",
                        "{\"title\":\"t\",\"description\":\"d\",\"primaryprogramid\":\"11\",\"state\":\"0\",\"type\":\"1\"}");
        assertTrue(created.expect(201).body().matches("[0-9]+"), created.body());
        JsonNode feature = client().read("/features/" + created.body());
        assertAll(
                () -> assertEquals("11", feature.path("primaryProgramId").toString()),
                () -> assertEquals("0", feature.path("state").toString()),
                () -> assertEquals("1", feature.path("type").toString()));
    }

    @Test
    @Rule({"ADDR-03", "LIST-13", "FILT-02"})
    void epicsOfTwoProgramsInTwoReleasesAreSelected() {
        Answer answer = wire().get(
                        "//rest/align/api/2/Epics?%24top=100&%24skip=0&%24filter=%28primaryProgramId+eq+72+or+primaryProgramId+eq+79%29+and+%28%28releaseIds%2Fany%28r%3A+r+eq+54%29%29+or+%28releaseIds%2Fany%28r%3A+r+eq+55%29%29%29&%24select=id%2Ctitle%2CprimaryProgramId%2CreleaseIds%2CfeatureIds%2Cstate%2CownerId");
        assertEquals(List.of(6, 7), answer.ids());
        assertEquals(
                List.of("id", "title", "primaryProgramId", "releaseIds", "featureIds", "state", "ownerId"),
                Answer.keys(answer.json().get(0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/rest/align/api/2/programs?skip=100 | 0",
                "/rest/align/api/2/Users?expand=true&%24skip=0 | 9",
                "/rest/align/api/2/Epics?$filter=lastUpdatedDate%20ge%202025-01-18T00:00:00.000Z | 2",
                "/rest/align/api/2/Dependencies?filter=(featureId%20eq%201%20or%20featureId%20eq%202) | 1",
                "/rest/align/api/2/Stories?&$skip=100 | 22",
                "/rest/align/api/2/stories?expand=true&%24filter=programId%20eq%2011&$skip=100 | 20",
                "/rest/align/api/2/Epics?$filter=primaryProgramId+eq+79 | 2",
                "/rest/align/api/2/Epics?$filter=createDate+ge+2026-09-02T00:00:00.000Z&$select=id,title,createDate | 2",
                "/REST/Align/API/2/EPICS?$FILTER=PRIMARYPROGRAMID+eq+79 | 2",
                "/rest/align/api/2/epic?id=7 | 1",
                "/rest/align/api/2/Epics/?&&&=&limit=1 | 8",
            })
    @Rule("LIST-13")
    void listsAreReadInEverySpelling(String target, int rows) {
        JsonNode list = wire().get(target).expect(200).json();
        assertTrue(list.isArray(), target);
        assertEquals(rows, list.size(), list.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {ODATA_JSON, "*/*", "application/json", "text/html,application/xhtml+xml;q=0.9", ""})
    @Rule("LIST-23")
    void whateverAClientAcceptsItGetsJson(String accept) {
        Answer answer = wire().send(
                        "GET",
                        "/rest/align/api/2/Epics/1",
                        accept.isEmpty() ? Map.of() : Map.of("Accept", accept),
                        new byte[0]);
        assertEquals("application/json; charset=utf-8", answer.expect(200).header("content-type"));
        assertEquals(1, answer.json().path("id").asInt());
    }

    @Test
    @Rule("LIST-23")
    void aGetMayCarryAContentType() {
        Answer answer = wire().send("GET", "/rest/align/api/2/Epics/1", "application/json", "");
        assertEquals(1, answer.expect(200).json().path("id").asInt());
    }

    @Test
    @Rule("LIST-13")
    void aUrlOfSeveralKilobytesIsRead() {
        StringBuilder filter = new StringBuilder("id%20eq%201");
        IntStream.range(0, 600).forEach(i -> filter.append("%20or%20id%20eq%20").append(90_000 + i));
        assertTrue(filter.length() > 12_000);
        Answer answer = wire().get("/rest/align/api/2/Epics?$filter=" + filter);
        assertEquals(List.of(1), answer.ids());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "Bearer", "BEARER", "bEaReR"})
    @Rule("AUTH-01")
    void theSchemeOfTheCredentialMayHaveAnyCase(String scheme) {
        Map<String, String> headers = Map.of("Authorization", scheme + " " + site().token());
        wire().send("GET", "/rest/align/api/2/Users/whoami", headers, new byte[0])
                .expect(200);
    }

    @Test
    @Rule("PTCH-10")
    void aPatchComesUnderBothMediaTypes() {
        for (String type : List.of("application/json", "application/json-patch+json", ODATA_JSON)) {
            String patch = "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"" + type + "\"}]";
            wire().send("PATCH", "/rest/align/api/2/epics/1", type, patch).expectEmpty(204);
            assertEquals(type, client().read("/Epics/1").path("title").asString());
        }
    }

    @Test
    @Rule({"REPR-18", "REPR-19"})
    void anAuditLogHoldsTheFragmentsThatClientsParse() {
        assertTrue(client().read("/Ideas/1/auditlog")
                .get(0)
                .path("details")
                .asString()
                .startsWith("Izone created"));
        client().replace("/Epics/1", "title", "\"Renamed\"").expect(204);
        JsonNode rows = client().read("/Epics/1/auditlog");
        assertEquals(
                "<font class=\"fields\">Title</font>: <font  class=\"values\">Renamed</font>",
                rows.get(rows.size() - 1).path("details").asString());
        assertTrue(rows.get(0).path("auditTimeStamp").asString().matches("\\d{4}-\\d\\d-\\d\\dT.*Z"));
    }

    @Test
    @Rule("WRIT-28")
    void textSurvivesARoundTrip() {
        String text = "\u00fcml\u00e4ut \u65e5\u672c \ud83d\ude80 \"quoted\" \\ \t\n <b>&amp;</b>";
        ObjectNode body =
                JsonMapper.shared().createObjectNode().put("title", text).put("primaryProgramId", 1);
        Answer created =
                wire().send("POST", "/rest/align/api/2/Epics", "application/json; charset=utf-8", body.toString());
        assertEquals(
                text,
                client().read("/Epics/" + created.expect(201).body())
                        .path("title")
                        .asString());
    }
}
