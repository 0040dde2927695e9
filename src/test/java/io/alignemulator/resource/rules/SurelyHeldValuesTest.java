package io.alignemulator.resource.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is taken without asking the schema is what the schema takes. */
class SurelyHeldValuesTest {

    private static final List<JsonNode> SENT = List.of(
            Json.read("\"text\"".getBytes()),
            Json.read("\"\"".getBytes()),
            Json.read("null".getBytes()),
            Json.read("5".getBytes()),
            Json.read("true".getBytes()),
            Json.read("[]".getBytes()),
            Json.read("[null]".getBytes()),
            Json.read("{}".getBytes()));

    private static List<@Nullable Object> values(Field field) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                null,
                "",
                "x".repeat(4),
                "x".repeat(5),
                "a@example.com",
                0L,
                -7L,
                1.5,
                true,
                Instant.EPOCH,
                List.of(),
                List.of(1L),
                List.of("a", "b"),
                Collections.singletonList(null),
                List.of(1L, "b"),
                Map.of(),
                List.of(Map.of())));
        values.addAll(field.allowed());
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void aSchemaTakesWhatIsTakenWithoutIt(int titleLimit) {
        Schemas schemas = new Schemas(titleLimit);
        List<String> refused = new ArrayList<>();
        int taken = 0;
        for (Resource resource : Catalogue.load().resources()) {
            for (Field field : resource.fields()) {
                for (Object value : Schemas.isChecked(field) ? values(field) : List.of()) {
                    if (schemas.surelyHolds(field, value)) {
                        taken++;
                        refused.addAll(refused(schemas, resource, field, RowTree.node(field, value)));
                    }
                }
                for (JsonNode sent : Schemas.isChecked(field) ? SENT : List.<JsonNode>of()) {
                    if (schemas.surelyHolds(field, sent)) {
                        taken++;
                        refused.addAll(refused(schemas, resource, field, sent));
                    }
                }
            }
        }
        assertEquals(List.of(), refused);
        assertTrue(taken > 2_000, "only " + taken + " values were taken");
    }

    private static List<String> refused(Schemas schemas, Resource resource, Field field, JsonNode value) {
        ObjectNode object = Json.object();
        object.set(field.name(), value);
        return schemas.of(resource).validate(object).stream()
                .map(error -> resource + "." + field.name() + " " + value + ": " + error)
                .toList();
    }
}
