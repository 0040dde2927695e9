package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Effect.ExtraProperty;
import io.alignemulator.protocol.faults.Effect.MalformedJson;
import io.alignemulator.protocol.faults.Effect.WrongType;
import io.alignemulator.resource.call.Response;
import io.alignemulator.rules.Rule;
import io.alignemulator.sandbox.faults.Effects;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Effects on bodies, tried on what the server answers for each of the 25 resources: plain and expanded, list and record. */
@Tag("in-process")
class FaultEffectsTest extends BlackBox {

    @Override
    boolean isOutsideTheDocument() {
        return true;
    }

    static Stream<String> addresses() {
        return seedResources().stream()
                .map(Resource::collection)
                .flatMap(each -> Stream.of(each, each + "?expand=true", each + "?$top=1&$select=id"));
    }

    private String body(String address) {
        return client().get("/" + address).expect(200).body();
    }

    private static String transformed(Effect effect, String body) {
        Response reply = Effects.transform(effect, Response.json(200, body.getBytes(StandardCharsets.UTF_8)));
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String body) {
        return Json.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    @Rule("EMUL-08")
    void anExtraPropertyIsAllThatDiffers(String address) {
        String body = body(address);
        ExtraProperty extra = new ExtraProperty("extraForTest", List.of());
        String changed = transformed(extra, body);
        boolean isPlain = !address.contains("expand");
        assertEquals(isPlain ? body : json(body).toString(), changed.replace(",\"extraForTest\":[]", ""));
        json(changed).forEach(row -> assertTrue(row.path("extraForTest").isArray(), changed));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    @Rule("EMUL-08")
    void malformedJsonCannotBeRead(String address) {
        String body = body(address);
        String broken = transformed(new MalformedJson(), body);
        assertEquals(body.length(), broken.length());
        assertEquals(body.substring(0, body.length() - 1), broken.substring(0, body.length() - 1));
        assertThrows(JacksonException.class, () -> json(broken));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    @Rule("EMUL-08")
    void anyFieldCanHaveTheWrongType(String address) {
        String body = body(address);
        JsonNode right = json(body);
        List<String> keys = List.copyOf(right.get(0).propertyNames());
        for (String key : keys) {
            JsonNode changed = json(transformed(new WrongType(key), body));
            for (int i = 0; i < changed.size(); i++) {
                assertOnlyDiffersIn(key, right.get(i), changed.get(i));
            }
        }
    }

    private static void assertOnlyDiffersIn(String key, JsonNode right, JsonNode wrong) {
        assertEquals(List.copyOf(right.propertyNames()), List.copyOf(wrong.propertyNames()));
        right.properties().forEach(member -> {
            JsonNode other = wrong.path(member.getKey());
            if (member.getKey().equals(key)) {
                assertNotEquals(member.getValue().getNodeType(), other.getNodeType(), key);
            } else {
                assertEquals(member.getValue(), other, member.getKey());
            }
        });
    }
}
