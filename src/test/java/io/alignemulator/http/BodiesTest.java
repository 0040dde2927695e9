package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the reader of bodies makes of what it is sent: conversions by the model's types, lenient JSON, its sentences. */
@Tag("in-process")
class BodiesTest extends BlackBox {

    private static final String NOTE = "x-emulator-note";

    @Override
    EmulatedSite start() {
        return EmulatedSite.start(
                EmulatedSite.SETTINGS.with(Settings.EMULATOR_REASON, "on"), Instant.parse("2026-11-24T12:00:00Z"));
    }

    private final EmulatedSite strict = EmulatedSite.with(Settings.JSON, "strict");

    @AfterAll
    void closeStrict() {
        strict.close();
    }

    private static String epic(String member) {
        return "{\"title\":\"t\",\"primaryProgramId\":1," + member.replace('\u00b4', '"') + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "´tags´:´x´ | tags | \"x\" | ",
                "´description´:5 | description | \"5\" | ",
                "´description´:true | description | \"true\" | BODY-01",
                "´description´:29.0 | description | \"29.0\" | BODY-01",
                "´budget´:´5´ | budget | 5 | ",
                "´budget´:´ +5 ´ | budget | 5 | ",
                "´budget´:´´ | budget | null | BODY-01",
                "´fcastShare´:´0,5´ | fcastShare | 5.0 | BODY-03",
                "´fcastShare´:´1,234.5´ | fcastShare | 1234.5 | BODY-03",
                "´fcastShare´:´1e2´ | fcastShare | 100.0 | ",
                "´fcastShare´:NaN | fcastShare | \"NaN\" | BODY-04",
                "´fcastShare´:1e400 | fcastShare | \"Infinity\" | ",
                "´releaseIds´:[´1´] | releaseIds | [1] | ",
                "´BUDGET´:5 | budget | 5 | "
            })
    @Rule({"BODY-01", "BODY-03", "WRIT-01"})
    void valuesAreConvertedByTheModelsTypes(String member, String key, String stored, String note) {
        assertStored(epic(member), key, stored, note);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01T10:00:00.000Z | 2026-01-01T10:00:00.000Z | ",
                "2026-01-01T10:00:00+02:00 | 2026-01-01T08:00:00.000Z | ",
                "2026-01-01 | 2026-01-01T00:00:00.000Z | BODY-07",
                "2026-01-01T10:00:00 | 2026-01-01T10:00:00.000Z | BODY-07",
                "2026-01-01 10:00:00 | 2026-01-01T10:00:00.000Z | BODY-05",
                "01/02/2026 | 2026-01-02T00:00:00.000Z | BODY-05",
                "/Date(1767225600000)/ | 2026-01-01T00:00:00.000Z | BODY-05",
                "12:30 | 2026-11-24T12:30:00.000Z | BODY-05",
                "5 January 2026 | 2026-01-05T00:00:00.000Z | BODY-05",
                "Mon, 05 Jan 2026 10:00:00 GMT | 2026-01-05T10:00:00.000Z | BODY-05",
                "2026-01-01T24:00:00Z | 2026-01-02T00:00:00.000Z | "
            })
    @Rule({"BODY-05", "BODY-07"})
    void datesComeInManyForms(String sent, String stored, String note) {
        assertStored(epic("´targetCompletionDate´:´" + sent + "´"), "targetCompletionDate", '"' + stored + '"', note);
        client().replace("/Epics/1", "targetCompletionDate", '"' + sent + '"').expect(204);
        assertEquals(
                stored, client().read("/Epics/1").path("targetCompletionDate").asString());
    }

    private void assertStored(String body, String key, String stored, String note) {
        Answer created = client().post("/Epics", body).expect(201);
        assertEquals(note == null ? "" : note, created.header(NOTE), body);
        assertEquals(stored, client().read("/Epics/" + created.body()).path(key).toString(), body);
        String put = body.replace("\"title\"", "\"id\":77,\"title\"");
        assertEquals(
                note == null ? "" : note,
                client().put("/Epics/1", put).expect(204).header(NOTE),
                put);
        assertEquals(stored, client().read("/Epics/1").path(key).toString(), put);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "´budget´:5.0 | BODY-02 | budget | Input string '5.0' is not a valid integer. Path 'budget', line 1, position 46.",
                "´budget´:1e3 | BODY-02 | budget | Input string '1e3' is not a valid integer. Path 'budget', line 1, position 46.",
                "´budget´:´5.0´ | BODY-02 | budget | Could not convert string to integer: 5.0. Path 'budget', line 1, position 48.",
                "´budget´:2147483648 | BODY-02 | budget | JSON integer 2147483648 is too large or small for an Int32. Path 'budget', line 1, position 53.",
                "´releaseIds´:[1,2.0] | BODY-02 | releaseIds[1] | Input string '2.0' is not a valid integer. Path 'releaseIds[1]', line 1, position 53.",
                "´state´:null | BODY-06 | state | Error converting value {null} to type 'System.Int32'. Path 'state', line 1, position 46.",
                "´acceptedDate´:´2026-02-30´ | BODY-05 | acceptedDate | Could not convert string to DateTime: 2026-02-30. Path 'acceptedDate', line 1, position 61.",
                "´acceptedDate´:5 | BODY-06 | acceptedDate | Unexpected character encountered while parsing value: 5. Path 'acceptedDate', line 1, position 50.",
                "´points´:[{´releaseId´:´x´}] | BODY-02 | points[0].releaseId | Could not convert string to integer: x. Path 'points[0].releaseId', line 1, position 60.",
                "´points´:[1] | BODY-06 | points[0] | Error converting value 1 to type 'Point'. Path 'points[0]', line 1, position 45."
            })
    @Rule({"BODY-02", "BODY-05", "BODY-06"})
    void whatCannotBeConvertedIsToldWithItsPlace(String member, String rule, String key, String sentence) {
        String before = client().get("/Epics/1").body();
        for (Answer answer : List.of(client().post("/Epics", epic(member)), client().put("/Epics/1", epic(member)))) {
            JsonNode errors = answer.expect(400).json().path("errors");
            assertEquals(List.of(key), Answer.keys(errors));
            assertEquals(sentence, errors.path(key).path(0).asString());
            assertTrue(answer.header("x-emulator-reason").startsWith(rule), answer.header("x-emulator-reason"));
        }
        assertEquals(before, client().get("/Epics/1").body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{/* c */'title':'t',primaryProgramId:1,budget:012,} | 10",
                "{\"title\":\"t\",\"primaryProgramId\":1,\"budget\":0x1F} trailing text | 31",
                "{\"title\":\"a\tb\",\"primaryProgramId\":1,\"budget\":7} // c | 7",
                "{\"title\":\"t\",\"primaryProgramId\":1,\"budget\":7,\"nothing\":undefined,\"deep\":[[1,],{}]} | 7"
            })
    @Rule("BODY-04")
    void theReaderTakesMoreThanJson(String body, String budget) {
        Answer created = client().post("/Epics", body).expect(201);
        assertEquals("BODY-04", created.header(NOTE));
        assertEquals(
                budget, client().read("/Epics/" + created.body()).path("budget").toString());
        strict.client().post("/Epics", body).expect(400);
    }

    @Test
    @Rule({"BODY-01", "BODY-03", "BODY-04", "BODY-05"})
    void aStrictSiteTakesValuesOfTheModelsTypesOnly() {
        for (String member : List.of(
                "´description´:5",
                "´description´:true",
                "´fcastShare´:´1,5´",
                "´budget´:´´",
                "´acceptedDate´:´01/02/2026´")) {
            strict.client().post("/Epics", epic(member)).expect(400);
        }
        strict.client().replace("/Epics/1", "description", "5").expect(400);
        strict.client()
                .post("/Epics", epic("´budget´:´5´,´acceptedDate´:´2026-01-01´"))
                .expect(201);
    }

    @Test
    @Rule("BODY-04")
    void aByteOrderMarkAndDeepNestingAreRefused() {
        String marked = client().post("/Epics", "\ufeff" + epic("´budget´:1"))
                .expect(400)
                .body();
        assertTrue(marked.contains("Unexpected character encountered while parsing value: \ufeff."), marked);
        String deep = client().post("/Epics", epic("´deep´:" + "[".repeat(32)))
                .expect(400)
                .body();
        assertTrue(deep.contains("The reader's MaxDepth of 32 has been exceeded."), deep);
    }

    @Test
    @Rule("BODY-06")
    void textsComeInUtf16Too() {
        byte[] body =
                "{\"title\":\"\u00dcber\",\"primaryProgramId\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        Answer created = wire().send(
                        "POST",
                        Client.BASE + "/Epics",
                        Map.of("Content-Type", "application/json; charset=utf-16"),
                        body);
        assertEquals(
                "\u00dcber",
                client().read("/Epics/" + created.expect(201).body())
                        .path("title")
                        .asString());
    }

    @Test
    @Rule("BODY-06")
    void aBodyIsReadBeforeTheRecordIsLookedFor() {
        client().put("/Epics/999", "{").expect(400);
        client().patch("/Epics/999", "{").expect(400);
        client().put("/Epics/999", "{}").expectSentence(404, "Cannot get epic with id 999.");
    }
}
