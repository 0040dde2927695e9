package io.alignemulator.http;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every row of the table of errors and every sentence that is known, to the byte. */
class ErrorsTest extends BlackBox {

    private static final String PROBLEM = "application/problem+json; charset=utf-8";

    @Test
    @Rule("ERRS-01")
    void withoutACredentialTheAnswerIs401() {
        empty(anonymous().get("/Epics").then().header("WWW-Authenticate", "Bearer"), 401);
    }

    @Test
    @Rule({"AUTH-01", "AUTH-05"})
    void theTokenOfADeactivatedUserIsRefused() {
        empty(
                anonymous()
                        .header("Authorization", "Bearer user:6|deactivated")
                        .get("/Epics")
                        .then()
                        .header("WWW-Authenticate", "Bearer"),
                401);
    }

    @ParameterizedTest
    @CsvSource({
        "/Epics/999999, Cannot get epic with id 999999.",
        "/Products/9, Cannot get product with id 9.",
        "/Features/9, Cannot get feature with id 9.",
        "/Objectives/9, Cannot get milestone with id 9.",
        "/KeyResults/9, Cannot get Key Result with id 9.",
        "/Milestones/9, Cannot get milestone with id 9.",
        "/users/9, Cannot get user with id 9.",
        "/epic/0, Cannot get epic with id 0.",
        "/Epics/-1, Cannot get epic with id -1.",
        "/Epics/9/auditlog, Cannot get epic with id 9.",
        "/Epics/9/editmeta, Cannot get epic with id 9.",
        "/Epics/9/milestones, Cannot get epic with id 9."
    })
    @Rule("ERRS-02")
    void aRecordThatIsNotThereIsNamedInASentence(String path, String sentence) {
        sentence(given().get(path).then(), 404, sentence);
    }

    @Test
    @Rule("ERRS-02")
    void aRecordThatIsNotThereCannotBeWritten() {
        String sentence = "Cannot get epic with id 9.";
        client().patch("/Epics/9", "[]").expectSentence(404, sentence);
        client().put("/Epics/9", "{}").expectSentence(404, sentence);
    }

    @Test
    @Rule({"WRIT-06", "WRIT-20"})
    void badValuesAreNamedInTheSentencesOfTheSamples() {
        sentence(
                json().body("[{\"op\":\"replace\",\"path\":\"/ownerId\",\"value\":\"8\"}]")
                        .patch("/Features/1")
                        .then(),
                400,
                "Cannot update feature with id 1. Value for ownerId is invalid.");
        sentence(
                json().body("{\"parentId\":1,\"parentType\":3,\"type\":1}")
                        .post("/KeyResults")
                        .then(),
                400,
                "Cannot create Key Result. Value for parentType is invalid.");
        sentence(given().get("/Products/9").then(), 404, "Cannot get product with id 9.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/Epics | {\"primaryProgramId\":1} | Cannot create epic. title is required.",
                "/Epics | {\"title\":\"t\"} | Cannot create epic. primaryProgramId is required.",
                "/Epics | {} | Cannot create epic. title is required.",
                "/Epics | {\"title\":\"\",\"primaryProgramId\":1} | Cannot create epic. title must be between 1 and 255 characters.",
                "/Epics | {\"title\":\"t\",\"primaryProgramId\":999} | Cannot create epic. Value for primaryProgramId is invalid.",
                "/Epics | {\"title\":\"t\",\"primaryProgramId\":1,\"state\":99} | Cannot create epic. Value for state is invalid.",
                "/Objectives | {\"tier\":4,\"name\":\"n\"} | Cannot create milestone. portfolioId is required.",
                "/Objectives | {\"tier\":4,\"name\":\"n\",\"portfolioId\":1,\"ownerId\":\"6\"} | Cannot create milestone. Value for ownerId is invalid.",
            })
    @Rule({"WRIT-06", "WRIT-16", "WRIT-18"})
    void aRefusedCreateSaysWhy(String path, String body, String sentence) {
        sentence(json().body(body).post(path).then(), 400, sentence);
    }

    @Test
    @Rule("WRIT-06")
    void aRefusedUpdateNamesTheRecord() {
        String tooLong = "x".repeat(256);
        client().replace("/Stories/1", "title", "\"" + tooLong + "\"")
                .expectSentence(400, "Cannot update story with id 1. title must be between 1 and 255 characters.");
        client().replace("/Stories/1", "title", "null")
                .expectSentence(400, "Cannot update story with id 1. title is required.");
        client().put("/Stories/1", "{\"title\":\"t\",\"programId\":4711}")
                .expectSentence(400, "Cannot update story with id 1. Value for programId is invalid.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$filter=nosuch%20eq%201",
                "$filter=id%20in%20(1,2)",
                "$filter=id%20eq",
                "$filter=)",
                "$select=nosuch",
                "$orderby=nosuch",
                "$top=-1",
                "$skip=x",
                "$search=x"
            })
    @Rule({"LIST-16", "LIST-17", "LIST-19", "FILT-05"})
    void aListThatCannotBeMadeSaysWhy(String query) {
        given().get("/Epics?" + query)
                .then()
                .statusCode(400)
                .contentType("text/plain; charset=utf-8")
                .body(matchesPattern("Cannot find epics\\. [A-Z].*\\."));
        given().get("/Objectives?" + query)
                .then()
                .statusCode(400)
                .body(matchesPattern("Cannot find milestones\\. [A-Z].*\\."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "nonsense", "[]", "\"text\"", "{\"title\":\"t\",\"primaryProgramId\":{}}"})
    @Rule("BODY-06")
    void whatCannotBeReadIsAnsweredWithAProblemDocument(String body) {
        for (Answer answer : List.of(client().post("/Epics", body), client().put("/Epics/1", body))) {
            JsonNode problem = answer.expect(400).json();
            assertAll(
                    () -> assertEquals(PROBLEM, answer.header("content-type")),
                    () -> assertEquals(List.of("type", "title", "status", "traceId", "errors"), answer.keys()),
                    () -> assertEquals(
                            "https://tools.ietf.org/html/rfc9110#section-15.5.1",
                            problem.path("type").asString()),
                    () -> assertEquals(
                            "One or more validation errors occurred.",
                            problem.path("title").asString()),
                    () -> assertEquals("400", problem.path("status").toString()),
                    () -> assertTrue(
                            problem.path("traceId").asString().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"),
                            answer.body()),
                    () -> assertEquals(1, problem.path("errors").size()));
        }
    }

    @Test
    @Rule("BODY-06")
    void eachValueThatCannotBeReadIsNamed() {
        Answer answer = client().post("/Epics", "{\"budget\":\"many\",\"primaryProgramId\":\"one\",\"releaseIds\":7}");
        assertEquals(
                List.of("budget", "primaryProgramId", "releaseIds"),
                Answer.keys(answer.expect(400).json().path("errors")));
        assertEquals(
                "[\"Could not convert string to integer: many. Path 'budget', line 1, position 16.\"]",
                answer.json().path("errors").path("budget").toString());
        assertEquals(PROBLEM, answer.header("content-type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items",
                "/WorkItems",
                "/Initiatives",
                "/sprints",
                "/version",
                "/users/current",
                "/Epics/1/comments",
                "/Epics/1/children",
                "/features/1/stories",
                "/programs/1/teams",
                "/portfolios/1/programs",
                "/Countries",
                "/Epics/one",
                "/Epics/99999999999",
                "/",
                "",
                "/Epics/1/auditlog/1",
                "/Milestones/1/milestones"
            })
    @Rule({"ADDR-07", "ADDR-16"})
    void whatIsNotThereIsAnsweredWithNothing(String path) {
        empty(given().get(path).then(), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /Epics, 'GET, POST'",
        "PATCH, /Epics, 'GET, POST'",
        "DELETE, /Epics, 'GET, POST'",
        "OPTIONS, /Epics, 'GET, POST'",
        "POST, /Epics/1, 'GET, PATCH, PUT'",
        "DELETE, /Epics/1, 'GET, PATCH, PUT'",
        "PUT, /Portfolios/1, GET",
        "PATCH, /Customers/1, GET",
        "POST, /Users/whoami, GET",
        "DELETE, /Epics/1/auditlog, GET",
        "POST, /Milestones, GET"
    })
    @Rule("ADDR-08")
    void aWrongVerbIsToldWhatIsAllowed(String method, String path, String allow) {
        empty(given().request(method, path).then().header("Allow", allow), 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "application/*",
                "json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=nope",
                ""
            })
    @Rule("BODY-06")
    void anotherMediaTypeIsRefused(String type) {
        Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("Content-Type", type);
        for (Answer answer : List.of(
                client().send("POST", "/Epics", headers, "{\"title\":\"t\",\"primaryProgramId\":1}"),
                client().send("PATCH", "/Epics/1", headers, "[]"))) {
            assertEquals(PROBLEM, answer.expect(415).header("content-type"));
            assertEquals(List.of("type", "title", "status", "traceId"), answer.keys());
            assertEquals("Unsupported Media Type", answer.json().path("title").asString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json-patch+json",
        "application/merge-patch+json; charset=utf-8",
        "TEXT/JSON",
        "application/JSON;odata.metadata=minimal"
    })
    @Rule({"BODY-06", "PTCH-10"})
    void everyKindOfJsonIsTaken(String type) {
        client().send("PATCH", "/Epics/1", Map.of("Content-Type", type), "[]").expectEmpty(204);
    }

    @Test
    @Rule("BODY-06")
    void aFormInPartsIsReadBeforeItIsRefused() {
        Answer answer = client().send(
                        "POST",
                        "/Epics",
                        Map.of("Content-Type", "multipart/form-data; boundary=x"),
                        "{\"title\":\"t\"}");
        assertTrue(answer.expect(400).body().contains("Failed to read the request form."), answer.body());
    }

    @Test
    @Rule("ERRS-06")
    void aBodyOverTheLimitIsRefused() {
        try (EmulatedSite small = EmulatedSite.with(ServerSettings.MAX_BODY, "60")) {
            String fits = "{\"title\":\"t\",\"primaryProgramId\":1}";
            String padded = fits + " ".repeat(60 - fits.length());
            small.client().post("/Epics", padded).expect(201);
            small.client().post("/Epics", padded + " ").expectEmpty(413);
        }
    }

    @Test
    @Rule("ADDR-08")
    void headIsAWrongVerb() {
        Answer answer = client().send("HEAD", "/Epics/1", Map.of(), "");
        assertAll(
                () -> assertEquals(405, answer.status()),
                () -> assertEquals("GET, PATCH, PUT", answer.header("allow")),
                () -> assertEquals("", answer.body()));
    }

    private io.restassured.specification.RequestSpecification json() {
        return given().contentType("application/json");
    }

    private static void empty(ValidatableResponse answer, int status) {
        answer.statusCode(status).header("Content-Type", nullValue()).body(emptyString());
    }

    private static void sentence(ValidatableResponse answer, int status, String sentence) {
        answer.statusCode(status)
                .header("Content-Type", "text/plain; charset=utf-8")
                .body(equalTo(sentence));
    }
}
