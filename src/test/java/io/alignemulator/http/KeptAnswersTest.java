package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Route;
import io.alignemulator.rules.Rule;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Answers that are kept for whoever asks again: nobody can tell, but by the time that they take. Kept is what is asked for a second time, so the third answer is one that was kept. */
@Tag("in-process")
@Rule("EMUL-46")
class KeptAnswersTest extends BlackBox {

    private static final int ASKED = 4;

    /** The last of several answers to the same question. */
    private Answer again(Client client, String path) {
        Answer answer = client.get(path);
        for (int i = 1; i < ASKED; i++) {
            answer = client.get(path);
        }
        return answer;
    }

    static Stream<String> lists() {
        return Catalogue.load().resources().stream()
                .flatMap(resource -> resource.routes().stream().limit(1))
                .map(Route::path)
                .filter(path -> !path.contains("{"))
                .flatMap(path -> Stream.of(
                        "/" + path + "?expand=true&$top=3",
                        "/" + path + "?$orderby=id desc&$top=7",
                        "/" + path + "?$filter=id ne 1"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theSameQuestionHasTheSameAnswerAndTellsTheSame(String path) {
        control("DELETE", "/requests", "");
        String asked = path.replace(" ", "%20");
        String first = client().get(asked).body();
        for (int i = 1; i < ASKED; i++) {
            assertEquals(first, client().get(asked).body());
        }
        JsonNode calls = control("GET", "/requests", "").expect(200).json().path("requests");
        assertEquals(ASKED, calls.size());
        for (JsonNode call : calls) {
            assertEquals(calls.get(0).path("rules"), call.path("rules"));
            assertEquals(calls.get(0).path("notes"), call.path("notes"));
            assertEquals(
                    calls.get(0).path("response").path("body"),
                    call.path("response").path("body"));
        }
    }

    @Test
    void aWriteIsSeenByTheNextRead() {
        String list = "/regions?$filter=id%20eq%201";
        for (String path : List.of("/regions/1", list)) {
            for (int i = 0; i < ASKED; i++) {
                String name = "Region " + path.length() + " " + i;
                again(client(), path);
                client().put("/regions/1", "{\"name\":\"" + name + "\"}").expect(204);
                assertTrue(again(client(), path).body().contains("\"name\":\"" + name + "\""));
            }
        }
        String renamed = again(client(), list).body();
        control("POST", "/reset", "");
        assertNotEquals(renamed, again(client(), list).body());
    }

    @Test
    void eachUserHasAnAnswerOfTheirOwn() {
        Client other = client().as("user:4|team-member");
        String all = again(client(), "/stories?$select=id").body();
        String some = again(other, "/stories?$select=id").body();
        assertNotEquals(all, some);
        assertEquals(all, again(client(), "/stories?$select=id").body());
        assertEquals(client().get("/users/whoami").json().path("id").asLong(), 1);
        again(client(), "/users/whoami");
        assertEquals(4, again(other, "/users/whoami").json().path("id").asLong());
    }

    @Test
    void addressesAreThoseOfTheHostThatWasAsked() {
        for (String host : List.of("127.0.0.1", "localhost", "127.0.0.1")) {
            String server = "http://" + host + ":" + client().uri().getPort();
            Client there = new Client(URI.create(server), "user:1|super-admin");
            String self = again(there, "/regions/1").json().path("self").asString();
            assertTrue(self.startsWith(server + "/"), self);
        }
    }

    @Test
    void anotherSettingGivesAnotherAnswer() {
        String before = again(client(), "/epics?$top=1").body();
        control("PUT", "/settings", "{\"dateFormat\":\"seconds\"}").expect(200);
        assertNotEquals(before, again(client(), "/epics?$top=1").body());
    }

    @Test
    void whatHangsOnTheClockIsAskedAnew() {
        String path = "/epics?$select=id&$filter=createDate%20lt%20now()";
        control("PUT", "/clock", "{\"set\":\"2001-01-01T00:00:00Z\"}").expect(200);
        assertEquals("[]", again(client(), path).body());
        control("PUT", "/clock", "{\"set\":\"2101-01-01T00:00:00Z\"}").expect(200);
        assertNotEquals("[]", again(client(), path).body());
    }

    @Test
    void whatAFaultMadeOfAnAnswerIsNotKept() {
        Documented.hold(false);
        control(
                        "POST",
                        "/faults",
                        "{\"match\":{\"path\":\"/regions/1\"},\"effect\":{\"type\":\"extraProperty\",\"name\":\"odd\",\"value\":1}}")
                .expect(201);
        for (int i = 0; i < 3; i++) {
            assertEquals(1, client().get("/regions/1").json().path("odd").asInt());
        }
        control("DELETE", "/faults", "");
        assertTrue(again(client(), "/regions/1").json().path("odd").isMissingNode());
        JsonNode calls = control("GET", "/requests", "").json().path("requests");
        assertTrue(
                calls.get(calls.size() - 1).path("rules").valueStream().noneMatch(rule -> rule.asString()
                        .equals("EMUL-07")),
                calls.toString());
    }
}
