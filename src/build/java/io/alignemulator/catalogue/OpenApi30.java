package io.alignemulator.catalogue;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Build step: the document as OpenAPI 3.0.3, for tools that do not know 3.1. It says the same: null is {@code nullable}, and what stands beside a reference stands around it. */
final class OpenApi30 {

    private static final List<String> SCHEMA_MAPS = List.of("properties", "schemas");
    private static final List<String> NESTED = List.of("items", "additionalProperties", "schema");

    private OpenApi30() {}

    static ObjectNode of(ObjectNode document) {
        ObjectNode copy = document.deepCopy();
        copy.put("openapi", "3.0.3");
        copy.withObjectProperty("info").remove("summary");
        visit(copy);
        return copy;
    }

    /** Everything but the values of examples, which are no descriptions. */
    private static void visit(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                if (member.getKey().equals("schema")) {
                    schema((ObjectNode) member.getValue());
                } else if (member.getKey().equals("schemas")) {
                    member.getValue().forEach(each -> schema((ObjectNode) each));
                } else if (!member.getKey().startsWith("example")) {
                    visit(member.getValue());
                }
            }
        } else {
            node.forEach(OpenApi30::visit);
        }
    }

    private static void schema(ObjectNode schema) {
        for (String key : NESTED) {
            if (schema.path(key) instanceof ObjectNode nested) {
                schema(nested);
            }
        }
        for (String key : SCHEMA_MAPS) {
            schema.path(key).forEach(each -> schema((ObjectNode) each));
        }
        types(schema);
        references(schema);
        if (schema.remove("examples") instanceof ArrayNode examples) {
            schema.set("example", examples.get(0));
        }
        JsonNode only = schema.remove("const");
        if (only != null) {
            schema.putArray("enum").add(only);
        }
    }

    /** Several types besides null are any. */
    private static void types(ObjectNode schema) {
        if (schema.path("type") instanceof ArrayNode types) {
            boolean nullable = OpenApiProperty.takes(schema, "null");
            schema.remove("type");
            if (types.size() == 2 && nullable) {
                schema.set("type", types.get(types.get(0).asString().equals("null") ? 1 : 0));
            } else {
                schema.remove("items");
            }
            if (nullable) {
                schema.put("nullable", true);
            }
        }
    }

    private static void references(ObjectNode schema) {
        if (schema.path("oneOf") instanceof ArrayNode choices
                && choices.size() == 2
                && choices.get(1).path("type").asString("").equals("null")) {
            schema.remove("oneOf");
            schema.putArray("allOf").add(choices.get(0));
            schema.put("nullable", true);
        }
        if (schema.has("$ref") && schema.size() > 1) {
            JsonNode reference = schema.remove("$ref");
            schema.putArray("allOf").addObject().set("$ref", reference);
        }
    }
}
