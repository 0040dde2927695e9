package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server answered.
 *
 * @param headers by lower-case name
 */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer of(int status, Map<String, String> headers, byte[] body) {
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    /** The value of a header, empty when it is missing. */
    String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The keys of the object, in the order of the answer. */
    List<String> keys() {
        return keys(json());
    }

    static List<String> keys(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }

    /** The ids of the rows, in the order of the answer. */
    List<Integer> ids() {
        expect(200);
        List<Integer> ids = new ArrayList<>();
        json().forEach(row -> ids.add(row.path("id").asInt()));
        return ids;
    }

    Answer expect(int wanted) {
        assertEquals(wanted, status, () -> "status, with the body " + body);
        return this;
    }

    /** An answer without a body says nothing about the type of one. */
    void expectEmpty(int wanted) {
        assertAll(
                () -> assertEquals(wanted, status),
                () -> assertEquals("", body),
                () -> assertEquals("", header("content-type")));
    }

    void expectSentence(int wanted, String sentence) {
        assertAll(
                () -> assertEquals(wanted, status),
                () -> assertEquals(sentence, body),
                () -> assertEquals("text/plain; charset=utf-8", header("content-type")));
    }
}
