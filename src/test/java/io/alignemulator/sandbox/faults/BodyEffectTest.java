package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.call;
import static io.alignemulator.sandbox.faults.Examples.effect;
import static io.alignemulator.sandbox.faults.Examples.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.catalogue.Json;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Effect.ExtraProperty;
import io.alignemulator.protocol.faults.Effect.WrongType;
import io.alignemulator.resource.call.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Changes of JSON bodies, on bodies as the API prints them. */
class BodyEffectTest {

    private static final String EPIC = "{\"id\":1001,\"title\":\"Search by policy n\u00famber\",\"ownerId\":\"12\","
            + "\"createdBy\":\"ann.legacy\",\"points\":3.0,\"isRecycled\":false,\"tags\":null,\"releaseIds\":[54,55],"
            + "\"customFields\":[{\"customfield_90779\":[{\"value\":\"text\"}]},{\"customfield_70001\":null}],"
            + "\"self\":\"http://localhost:8080/rest/align/api/2/epics/1001\"}";
    private static final String EXTRA = "{'type': 'extraProperty', 'name': 'rank', 'value': {'of': [1, null]}}";
    private static final String MALFORMED = "{'type': 'malformedJson'}";

    private static Response reply(String json) {
        return Response.json(200, json.getBytes(StandardCharsets.UTF_8)).with("X", "y");
    }

    private static String transformed(String effect, String json) {
        return text(Effects.transform(effect(effect), reply(json)));
    }

    private static String wrong(String field, String json) {
        return text(Effects.transform(new WrongType(field), reply(json)));
    }

    @Test
    void anExtraPropertyStandsBehindAllOthers() {
        assertEquals(EPIC.substring(0, EPIC.length() - 1) + ",\"rank\":{\"of\":[1,null]}}", transformed(EXTRA, EPIC));
        assertEquals("{\"rank\":{\"of\":[1,null]}}", transformed(EXTRA, "{}"));
    }

    @Test
    void eachObjectOfAListGetsTheExtraProperty() {
        assertEquals(
                "[{\"id\":1,\"rank\":0},{\"id\":2,\"rank\":0}]",
                transformed("{'type': 'extraProperty', 'name': 'rank', 'value': 0}", "[{\"id\":1},{\"id\":2}]"));
    }

    @Test
    void aPropertyThatIsThereIsNotOverwritten() {
        assertEquals("{\"rank\":\"x\"}", transformed(EXTRA, "{\"rank\":\"x\"}"));
    }

    @Test
    void theValueOfAnExtraPropertyCannotBeChangedFromOutside() {
        Map<String, Object> value = new HashMap<>(Map.of("a", 1));
        ExtraProperty extra = new ExtraProperty("rank", value);
        value.put("a", 2);
        assertEquals("{\"rank\":{\"a\":1}}", text(Effects.transform(extra, reply("{}"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id           | \"1001\"",
                "points       | \"3.0\"",
                "isRecycled   | \"false\"",
                "ownerId      | 12",
                "createdBy    | 0",
                "tags         | {}",
                "releaseIds   | {\"0\":54,\"1\":55}",
                "customFields | {\"0\":{\"customfield_90779\":[{\"value\":\"text\"}]},\"1\":{\"customfield_70001\":null}}",
                "self         | 0"
            })
    void aFieldTakesAnotherType(String field, String value) {
        String member = "\"" + field + "\":"
                + Json.read(EPIC.getBytes(StandardCharsets.UTF_8)).path(field);
        assertEquals(EPIC.replace(member, "\"" + field + "\":" + value), wrong(field, EPIC));
    }

    @Test
    void anObjectBecomesAnArrayOfIt() {
        assertEquals("{\"owner\":[{\"id\":1}]}", wrong("owner", "{\"owner\":{\"id\":1}}"));
    }

    @Test
    void eachObjectOfAListHasTheWrongType() {
        assertEquals("[{\"id\":\"1\"},{\"id\":\"2\"},{}]", wrong("id", "[{\"id\":1},{\"id\":2},{}]"));
    }

    @Test
    void anObjectWithoutTheFieldStaysAsItIs() {
        assertEquals(EPIC, wrong("ID", EPIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {EPIC, "[" + EPIC + "," + EPIC + "]", "[]", "{}", "1042", "7", "\"text\"", "null", "[{}]"})
    void malformedJsonBeginsAndMeasuresLikeTheRightOneButNoReaderTakesIt(String json) {
        Response reply = Effects.transform(effect(MALFORMED), reply(json));
        byte[] right = json.getBytes(StandardCharsets.UTF_8);
        assertEquals(right.length, reply.body().length);
        assertEquals(
                text(reply(json)).substring(0, json.length() - 1), text(reply).substring(0, json.length() - 1));
        JsonMapper lenient = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        assertThrows(JacksonException.class, () -> Json.read(reply.body()));
        assertThrows(JacksonException.class, () -> lenient.readTree(reply.body()));
    }

    @Test
    void theBodyThatIsBrokenIsACopy() {
        Response right = reply(EPIC);
        Effects.transform(effect(MALFORMED), right);
        assertEquals(EPIC, text(right));
    }

    @Test
    void statusTypeAndHeadersStay() {
        for (Effect effect : List.of(effect(EXTRA), effect(MALFORMED), new WrongType("id"))) {
            Response reply = Effects.transform(effect, reply(EPIC));
            assertEquals(200, reply.status());
            assertEquals(Response.JSON, reply.contentType());
            assertEquals(Map.of("X", "y"), reply.headers());
            assertEquals(Optional.empty(), Effects.instead(effect, call("GET", "/epics")), "the verb runs");
            assertEquals(new Wire.Normal(), Effects.wire(effect, reply));
        }
    }

    @Test
    void bodiesThatAreNoJsonStayAsTheyAre() {
        List<Response> others = List.of(
                Response.text(404, "Cannot get epic with id 9."),
                Response.empty(204),
                Response.json(200, new byte[0]),
                new Response(400, Response.PROBLEM, "{}".getBytes(StandardCharsets.UTF_8), Map.of()));
        for (Effect effect : List.of(effect(EXTRA), effect(MALFORMED), new WrongType("id"))) {
            others.forEach(reply -> assertSame(reply, Effects.transform(effect, reply)));
        }
    }

    @Test
    void theBareIdOfACreateHasNoObjectToChange() {
        assertEquals("1042", transformed(EXTRA, "1042"));
        assertEquals("1042", wrong("id", "1042"));
        assertEquals("[1,[]]", transformed(EXTRA, "[1,[]]"));
    }

    @Test
    void namesAreNotEmpty() {
        assertThrows(IllegalArgumentException.class, () -> new WrongType(""));
        assertThrows(IllegalArgumentException.class, () -> new ExtraProperty("", 1));
    }
}
