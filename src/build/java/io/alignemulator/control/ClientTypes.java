package io.alignemulator.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of the control API in the words of another language, from the API's own document: {@code clients/node/control.d.ts} and
 * {@code clients/python/jira_align_emulator/control.py}. The packages that hold them are written by hand and use these.
 */
public abstract class ClientTypes {

    /** What both languages have a word of their own for. */
    private static final String ERROR = "Error";

    private static final String REFERENCE = "#/components/schemas/";

    private final StringBuilder text = new StringBuilder();

    /** Content by path below the root. */
    public static Map<String, String> texts(Path root) {
        ObjectNode schemas = ControlDescription.document(ControlApiPage.routes(root))
                .withObject("components")
                .withObject("schemas");
        schemas.remove(ERROR);
        return Map.of(
                "clients/node/control.d.ts", new TypeScriptTypes().text(schemas),
                "clients/python/jira_align_emulator/control.py", new PythonTypes().text(schemas));
    }

    final String text(JsonNode schemas) {
        append(head());
        schemas.propertyStream()
                .filter(each -> isRecord(each.getValue()))
                .forEach(each -> record(each.getKey(), each.getValue()));
        schemas.propertyStream()
                .filter(each -> !isRecord(each.getValue()))
                .forEach(each -> alias(each.getKey(), each.getValue()));
        return text.toString();
    }

    final void append(String more) {
        text.append(more);
    }

    /** What stands at the beginning of the file. */
    abstract String head();

    /** An object with these keys. */
    abstract void record(String name, JsonNode schema);

    /** Another name for a type. */
    abstract void alias(String name, JsonNode schema);

    /** A text, as it is written in programs. */
    abstract String literal(String value);

    /** One of several types. */
    abstract String union(List<String> types);

    abstract String list(String element);

    /** An object of any keys. */
    abstract String map(String value);

    /** An object of known keys that has no name. */
    abstract String object(JsonNode schema);

    /** A type whose name a schema says: {@code string}, {@code integer}, {@code number}, {@code boolean}; empty for anything. */
    abstract String scalar(String name);

    private static boolean isRecord(JsonNode schema) {
        return schema.path("type").asString("").equals("object");
    }

    static boolean isRequired(JsonNode schema, String key) {
        return schema.path("required").valueStream().anyMatch(each -> each.asString()
                .equals(key));
    }

    /** For people; empty where nothing is said. */
    static String description(JsonNode schema) {
        return schema.path("description").asString("");
    }

    /** What a value of the schema is. */
    final String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asString().substring(REFERENCE.length());
        }
        if (schema.has("const")) {
            return literal(schema.path("const").asString());
        }
        if (schema.has("enum")) {
            return union(texts(schema.path("enum")).stream().map(this::literal).toList());
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return union(schema.path(choice).valueStream().map(this::type).toList());
            }
        }
        if (schema.path("type").isArray()) {
            return union(texts(schema.path("type")).stream().map(this::scalar).toList());
        }
        return switch (schema.path("type").asString("")) {
            case "array" -> list(type(schema.path("items")));
            case "object" ->
                schema.path("properties").isEmpty() ? map(type(schema.path("additionalProperties"))) : object(schema);
            default -> scalar(schema.path("type").asString(""));
        };
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** TypeScript: interfaces, which an editor shows with what each key means. */
    private static final class TypeScriptTypes extends ClientTypes {

        @Override
        String head() {
            return """
                    // Generated from the description of the control API, GET /_emulator/openapi.json.
                    """;
        }

        @Override
        void record(String name, JsonNode schema) {
            append(comment("", schema) + "export interface " + name + " {\n");
            schema.path("properties").properties().forEach(each -> {
                String mark = isRequired(schema, each.getKey()) ? "" : "?";
                append(comment("  ", each.getValue()) + "  " + each.getKey() + mark + ": " + type(each.getValue())
                        + ";\n");
            });
            append(schema.path("additionalProperties").asBoolean(false) ? "  [setting: string]: unknown;\n}\n" : "}\n");
        }

        private static String comment(String indent, JsonNode schema) {
            String says = description(schema);
            return (indent.isEmpty() ? "\n" : "") + (says.isEmpty() ? "" : indent + "/** " + says + " */\n");
        }

        @Override
        void alias(String name, JsonNode schema) {
            append(comment("", schema) + "export type " + name + " = " + type(schema) + ";\n");
        }

        @Override
        String literal(String value) {
            return "'" + value + "'";
        }

        @Override
        String union(List<String> types) {
            return String.join(" | ", types);
        }

        @Override
        String list(String element) {
            return "Array<" + element + ">";
        }

        @Override
        String map(String value) {
            return "Record<string, " + value + ">";
        }

        @Override
        String object(JsonNode schema) {
            return schema.path("properties")
                    .propertyStream()
                    .map(each ->
                            each.getKey() + (isRequired(schema, each.getKey()) ? ": " : "?: ") + type(each.getValue()))
                    .collect(Collectors.joining("; ", "{ ", " }"));
        }

        @Override
        String scalar(String name) {
            return switch (name) {
                case "" -> "unknown";
                case "integer" -> "number";
                default -> name;
            };
        }
    }

    /** Python: dictionaries with known keys; in the form of a call, since some keys are words of the language. */
    private static final class PythonTypes extends ClientTypes {

        @Override
        String head() {
            return """
                    \"""The records of the control API, generated from its description, GET /_emulator/openapi.json.\"""

                    from typing import TYPE_CHECKING, Any, Dict, List, Literal, TypedDict, Union

                    if TYPE_CHECKING:
                        from typing_extensions import Required
                    """;
        }

        @Override
        void record(String name, JsonNode schema) {
            append(comment("\n", schema) + name + " = TypedDict(\n    \"" + name + "\",\n    {\n");
            schema.path("properties").properties().forEach(each -> {
                String type = type(each.getValue());
                String needed = isRequired(schema, each.getKey()) ? "Required[" + type + "]" : type;
                append(comment("        ", each.getValue()) + "        \"" + each.getKey() + "\": " + quoted(needed)
                        + ",\n");
            });
            append("    },\n    total=False,\n)\n");
        }

        private static String comment(String indent, JsonNode schema) {
            String says = description(schema);
            return indent + (says.isEmpty() ? "" : "# " + says + "\n");
        }

        /** Read by checkers only, who know names that come later, and Required before it was in the language. */
        private static String quoted(String type) {
            return "\"" + type.replace("\"", "'") + "\"";
        }

        @Override
        void alias(String name, JsonNode schema) {
            append(comment("\n", schema) + name + " = " + type(schema) + "\n");
        }

        @Override
        String literal(String value) {
            return "Literal[\"" + value + "\"]";
        }

        @Override
        String union(List<String> types) {
            return types.size() == 1 ? types.get(0) : "Union[" + String.join(", ", types) + "]";
        }

        @Override
        String list(String element) {
            return "List[" + element + "]";
        }

        @Override
        String map(String value) {
            return "Dict[str, " + value + "]";
        }

        @Override
        String object(JsonNode schema) {
            return map(union(schema.path("properties")
                    .valueStream()
                    .map(this::type)
                    .distinct()
                    .toList()));
        }

        @Override
        String scalar(String name) {
            return switch (name) {
                case "string" -> "str";
                case "integer" -> "int";
                case "number" -> "float";
                case "boolean" -> "bool";
                default -> "Any";
            };
        }
    }
}
