package io.alignemulator.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Build step: schemas of the catalogue's files in the form that code generators read. They stumble over formats that they do not know, over lists of numbers that hold null, and over
 * defaults, which they send or invent; null beside an object they read from {@code oneOf} only.
 */
final class OpenApiProperty {

    /** What OpenAPI's registry of formats names; others are our own. */
    private static final Set<String> PUBLIC_FORMATS = Set.of("date-time", "double", "email", "uri", "int32");

    private static final List<String> NESTED = List.of("items", "additionalProperties");

    private OpenApiProperty() {}

    /** A copy without the keys that are the catalogue's own. */
    static ObjectNode of(JsonNode source) {
        ObjectNode schema = (ObjectNode) source.deepCopy();
        Set<String> keys = Set.copyOf(schema.propertyNames());
        schema.remove(keys.stream().filter(key -> key.startsWith("x-")).toList());
        schema.remove("default");
        dynamicKeys(schema);
        format(schema);
        numbers(schema);
        if (schema.has("anyOf")) {
            schema.set("oneOf", schema.remove("anyOf"));
        }
        for (String key : NESTED) {
            if (schema.path(key).isObject()) {
                schema.set(key, of(schema.path(key)));
            }
        }
        return schema;
    }

    /** Whether a value of the schema may be of that JSON type. */
    static boolean takes(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.isArray()
                ? StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(each -> each.asString().equals(type))
                : types.asString("").equals(type);
    }

    /**
     * Keys that a pattern chooses are told in words; who is told of patterns reads no such object. Below them stand objects of no model: generated Python reads no arrays of models under
     * keys that it does not know.
     */
    private static void dynamicKeys(ObjectNode schema) {
        JsonNode patterns = schema.remove("patternProperties");
        if (patterns != null) {
            ObjectNode value = (ObjectNode) patterns.iterator().next();
            String model = value.at("/items/$ref").asString("").replaceFirst(".*/", "");
            if (!model.isEmpty()) {
                value.putObject("items").put("type", "object").put("description", "A " + model + ".");
            }
            schema.set("additionalProperties", value);
        }
    }

    private static void format(ObjectNode schema) {
        String format = schema.path("format").asString("");
        if (!format.isEmpty() && !PUBLIC_FORMATS.contains(format)) {
            schema.remove("format");
            schema.put("x-format", format);
        }
        if (takes(schema, "integer")) {
            schema.put("format", "int32");
        }
    }

    /** A list of numbers becomes their bounds; what each of them means is told in words. */
    private static void numbers(ObjectNode schema) {
        if (schema.path("enum") instanceof ArrayNode values && takes(schema, "integer")) {
            long[] sorted = StreamSupport.stream(values.spliterator(), false)
                    .filter(JsonNode::isNumber)
                    .mapToLong(JsonNode::asLong)
                    .sorted()
                    .toArray();
            schema.remove("enum");
            long least = sorted[0];
            if (LongStream.range(0, sorted.length).allMatch(i -> sorted[(int) i] == least + i)) {
                schema.put("minimum", least).put("maximum", sorted[sorted.length - 1]);
            }
        }
    }
}
