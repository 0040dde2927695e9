package io.alignemulator.resource.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.values.ValueReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Types and closed lists are known to the schemas of request bodies and to the reader of fixtures; both must say the same of every field. */
class SchemasAgreeWithReaderTest {

    private static final List<String> SAMPLES =
            List.of("5", "-7.5", "\"text\"", "true", "{}", "[]", "null", "[5]", "[\"text\"]", "[{}]");

    @Test
    void everyFieldTakesTheSameJson() {
        Schemas schemas = new Schemas(0);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Resource resource : Catalogue.load().resources()) {
            for (Field field : resource.fields()) {
                for (String sample : field.write() == Field.Write.NEVER || field.is(Field.Trait.HIDDEN)
                        ? List.<String>of()
                        : SAMPLES) {
                    JsonNode value = Json.read(sample.getBytes(StandardCharsets.UTF_8));
                    boolean bySchema =
                            schemas.of(resource).validate(object(field, value)).isEmpty();
                    boolean byReader = isReadable(field, value);
                    compared++;
                    if (bySchema != byReader && !isKnown(field, value)) {
                        differences.add(resource.name() + "." + field.name() + " " + sample + ": schema " + bySchema
                                + ", reader " + byReader);
                    }
                }
            }
        }
        assertTrue(compared > 5_000, "compared only " + compared);
        assertEquals(List.of(), differences);
    }

    /** What a schema cannot say, or only says of bodies. */
    private static boolean isKnown(Field field, JsonNode value) {
        return value.isString()
                && (field.type().kind() == Kind.DATE_TIME
                        || field.type().format().equals("email"));
    }

    private static ObjectNode object(Field field, JsonNode value) {
        ObjectNode object = Json.object();
        object.set(field.name(), value);
        return object;
    }

    private static boolean isReadable(Field field, JsonNode value) {
        List<String> problems = new ArrayList<>();
        ValueReader.ofSite((pointer, json, reason) -> problems.add(reason)).field(field, value, "");
        return problems.isEmpty();
    }
}
