package io.alignemulator;

import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values for the parameters and bodies of an OpenAPI document: valid ones, those at the edge, and wrong ones, all from one seed. */
final class FuzzValues {

    private static final int DEEPEST = 6;

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "x",
            "null",
            "true",
            "0",
            "-1",
            "1",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "NaN",
            "0x10",
            "PT0S",
            "-PT1S",
            "P9999999999D",
            "PT2562047788015215H",
            "2026-01-05T09:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "0001-01-01",
            "2026-02-30",
            "+999999999-12-31T23:59:59Z",
            "../../x",
            "%00",
            "\u0000",
            "\uD800",
            "\u202Eevil",
            "ä\n\r\t\u001B[31m",
            "'",
            "\"",
            "$it",
            "id eq 1",
            "id eq",
            "((((((((",
            "title,title",
            "contains(title,'a') and id in (1,2)",
            "any(a: a eq 1)",
            "@p",
            "id desc,title",
            "*",
            "0/0:0",
            "999999999/999999999:999999999",
            "(a+)+$",
            "[",
            "/epics/**",
            "default",
            "demo");

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "-1",
            "-0",
            "0.5",
            "5.0",
            "1e3",
            "1e400",
            "-1e-400",
            "2147483646",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890");

    private final Random random;
    private final JsonNode document;

    FuzzValues(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** The schema or parameter that a reference leads to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = document.at(at.path("$ref").asString().substring(1));
        }
        return at;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A text for a parameter: mostly what the document says, else anything. */
    String text(JsonNode parameter) {
        JsonNode schema = resolved(parameter.path("schema"));
        if (chance(40) && parameter.has("example")) {
            return parameter.path("example").asString("");
        }
        if (chance(50) && !schema.path("type").asString("").equals("string")) {
            return oneOf(NUMBERS);
        }
        return word();
    }

    private String word() {
        String word = oneOf(WORDS);
        return chance(4) ? word.repeat(1 + random.nextInt(3_000)) : word;
    }

    /** A body as it is sent. */
    String body(JsonNode media) {
        if (chance(6)) {
            return broken(word());
        }
        JsonNode example = resolved(media.path("examples").path("example")).path("value");
        JsonNode body = !example.isMissingNode() && chance(60)
                ? mutated(example.deepCopy(), 0)
                : value(media.path("schema"), 0);
        String text = JsonMapper.shared().writeValueAsString(body);
        return chance(5) ? broken(text) : text;
    }

    private String broken(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> text + text;
            case 2 -> "[" + text;
            default -> text.replace('"', '\'').replace(':', '=');
        };
    }

    /** Here and there another value, a key less, a key more. */
    private JsonNode mutated(JsonNode node, int depth) {
        if (chance(8)) {
            return anything(depth);
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                if (chance(5)) {
                    object.remove(member.getKey());
                } else {
                    object.set(member.getKey(), mutated(member.getValue(), depth + 1));
                }
            }
            if (chance(5)) {
                object.set(word(), anything(depth));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, mutated(array.get(i), depth + 1));
            }
        }
        return node;
    }

    private JsonNode value(JsonNode written, int depth) {
        JsonNode schema = resolved(written);
        if (depth > DEEPEST || chance(7)) {
            return anything(depth);
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return value(oneOf(schema.path(choice).valueStream().toList()), depth + 1);
            }
        }
        if (schema.has("enum") && chance(70)) {
            return oneOf(schema.path("enum").valueStream().toList());
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asString() : type.asString("")) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> JsonMapper.shared().readTree(oneOf(NUMBERS));
            case "boolean" -> JsonMapper.shared().getNodeFactory().booleanNode(random.nextBoolean());
            case "string" -> JsonMapper.shared().getNodeFactory().stringNode(word());
            default -> anything(depth);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean required = schema.path("required").valueStream().anyMatch(name -> name.asString()
                    .equals(property.getKey()));
            if (chance(required ? 95 : 30)) {
                JsonNode known = resolved(property.getValue()).path("example");
                object.set(
                        property.getKey(),
                        !known.isMissingNode() && chance(50) ? known : value(property.getValue(), depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > DEEPEST ? 4 : 6)) {
            case 0 -> JsonMapper.shared().nullNode();
            case 1 -> JsonMapper.shared().readTree(oneOf(NUMBERS));
            case 2 -> JsonMapper.shared().getNodeFactory().booleanNode(random.nextBoolean());
            case 3 -> JsonMapper.shared().getNodeFactory().stringNode(word());
            case 4 -> JsonMapper.shared().createArrayNode().add(anything(depth + 1));
            default -> JsonMapper.shared().createObjectNode().set(word(), anything(depth + 1));
        };
    }
}
