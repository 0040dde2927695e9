package io.alignemulator.catalogue;

import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Build step: example records and bodies for the OpenAPI document. A field's value is its first example, else its default, else its first allowed value; without those a
 * nullable field that the client would have to set is null, and any other gets a typical value of its type. The same catalogue gives the same examples.
 */
final class OpenApiExamples {

    private static final JsonNodeFactory JSON = JsonMapper.shared().getNodeFactory();
    private static final String DATE_TIME = "2026-03-02T09:30:00.000Z";
    private static final String CUSTOM_FIELD = "customfield_10001";
    private static final Map<String, String> BY_FORMAT = Map.of(
            "uid", "1",
            "uri", "https://align.example.com/",
            "email", "user@example.com",
            "html", "<p>Text</p>",
            "csv", "alpha,beta",
            "color", "#6EBDAB");

    private final OpenApiSchemas schemas;

    OpenApiExamples(OpenApiSchemas schemas) {
        this.schemas = schemas;
    }

    /** A record as GET by id answers it. */
    ObjectNode item(Resource resource) {
        List<Field> fields = resource.fields().stream().filter(Field::isPrinted).toList();
        ObjectNode item = object(fields, this::read, field -> schemas.source(resource, field));
        if (item.has("self")) {
            String path = resource.collection().toLowerCase(Locale.ROOT).replaceAll("\\{\\w+}", "1");
            item.put("self", "https://align.example.com" + OpenApiPaths.BASE + path + "/1");
        }
        return item;
    }

    /** A body for POST: what is required, and what some sites require, with the references of a record that there is. */
    ObjectNode body(Resource resource, JsonNode record) {
        List<Field> writable = OpenApiSchemas.writable(resource);
        List<Field> wanted = writable.stream()
                .filter(field -> isWanted(resource, field, record))
                .toList();
        ObjectNode body =
                object(wanted.isEmpty() ? writable : wanted, this::written, field -> schemas.source(resource, field));
        for (Field field : wanted.isEmpty() ? writable : wanted) {
            if (record.hasNonNull(field.name())) {
                body.set(field.name(), another(field, record.path(field.name())));
            }
        }
        return body;
    }

    /** Names of records that are there already are not given again. */
    private static JsonNode another(Field field, JsonNode value) {
        boolean isName = field.type().kind() == Kind.STRING
                && field.reference().isEmpty()
                && field.allowed().isEmpty()
                && field.labels().isEmpty();
        if (!isName) {
            return value;
        }
        return JSON.stringNode(
                field.type().format().equals("email") ? "new." + value.asString() : "New " + value.asString());
    }

    /** A body for PUT: the record as it is read, without what is not there and what the server fills. */
    ObjectNode replacement(Resource resource, JsonNode record) {
        ObjectNode body = JSON.objectNode();
        for (Field field : OpenApiSchemas.writable(resource)) {
            if (field.write() == Write.ALWAYS && record.hasNonNull(field.name())) {
                body.set(field.name(), record.path(field.name()));
            } else if (field.is(Trait.REQUIRED)) {
                body.set(field.name(), written(field, schemas.source(resource, field)));
            }
        }
        return body;
    }

    /** A JSON Patch that replaces the first text that a body has to hold, or the first field when there is none. */
    ArrayNode patch(Resource resource, JsonNode record) {
        List<Field> fields = OpenApiSchemas.writable(resource).stream()
                .filter(f -> f.write() == Write.ALWAYS)
                .toList();
        Field field = fields.stream()
                .filter(f -> f.is(Trait.REQUIRED) && f.type().kind() == Kind.STRING)
                .findFirst()
                .orElse(fields.get(0));
        JsonNode value = record.hasNonNull(field.name())
                ? another(field, record.path(field.name()))
                : written(field, schemas.source(resource, field));
        ArrayNode operations = JSON.arrayNode();
        operations
                .addObject()
                .put("op", "replace")
                .put("path", "/" + field.name())
                .set("value", value);
        return operations;
    }

    private boolean isWanted(Resource resource, Field field, JsonNode record) {
        return field.is(Trait.REQUIRED)
                || field.is(Trait.REQUIRED_ON_CREATE)
                || field.is(Trait.REQUIRED_OPTION)
                || field.requiredWhen()
                        .filter(condition -> holds(resource, condition, record))
                        .isPresent();
    }

    private boolean holds(Resource resource, Field.Condition condition, JsonNode record) {
        Field decisive = resource.field(condition.field());
        String value = record.hasNonNull(decisive.name())
                ? record.path(decisive.name()).asString()
                : written(decisive, schemas.source(resource, decisive)).asString();
        return condition.values().stream().anyMatch(v -> String.valueOf(v).equals(value));
    }

    private static ObjectNode object(
            List<Field> fields, BiFunction<Field, JsonNode, JsonNode> value, Function<Field, JsonNode> source) {
        ObjectNode object = JSON.objectNode();
        for (Field field : fields) {
            JsonNode each = value.apply(field, source.apply(field));
            if (!(each.isNull() && field.is(Trait.OMIT_WHEN_NULL))) {
                object.set(field.name(), each);
            }
        }
        return object;
    }

    private JsonNode read(Field field, JsonNode source) {
        boolean serverFills = field.write() == Write.NEVER || field.startsAtATime() || field.isArray();
        return given(field, source)
                .orElseGet(() -> field.nullable() && !serverFills ? JSON.nullNode() : typical(field));
    }

    private JsonNode written(Field field, JsonNode source) {
        return field.reference().isPresent()
                ? typical(field)
                : given(field, source).orElseGet(() -> typical(field));
    }

    private static Optional<JsonNode> given(Field field, JsonNode source) {
        if (source.path("examples").isArray()) {
            return Optional.of(source.path("examples").get(0));
        }
        if (field.fallback() != null) {
            return Optional.of(source.path("default"));
        }
        return field.allowed().isEmpty() || field.nullable()
                ? Optional.empty()
                : Optional.of(source.path("enum").get(0));
    }

    private JsonNode typical(Field field) {
        FieldType type = field.type();
        return switch (type.kind()) {
            case INTEGER -> JSON.numberNode(number(field));
            case NUMBER -> JSON.numberNode(12.5);
            case STRING -> JSON.stringNode(text(field));
            case BOOLEAN -> JSON.booleanNode(false);
            case DATE_TIME -> JSON.stringNode(DATE_TIME);
            case OBJECT -> type.model().map(this::nested).orElseGet(JSON::objectNode);
            case ARRAY -> JSON.arrayNode().add(element(type));
        };
    }

    private JsonNode element(FieldType type) {
        Kind items = type.items().orElse(Kind.OBJECT);
        return switch (items) {
            case INTEGER -> JSON.numberNode(1);
            case STRING -> JSON.stringNode("text");
            default -> type.model().map(this::nested).orElseGet(JSON::objectNode);
        };
    }

    private ObjectNode nested(Model model) {
        if (model.dynamic().isPresent()) {
            ObjectNode entry = JSON.objectNode();
            entry.set(
                    CUSTOM_FIELD,
                    JSON.arrayNode().add(element(model.dynamic().get().type())));
            return entry;
        }
        return object(model.fields(), this::read, field -> schemas.source(model, field));
    }

    private static long number(Field field) {
        if (!field.allowed().isEmpty()) {
            return ((Number) field.allowed().get(0)).longValue();
        }
        return field.labels().entrySet().stream()
                .filter(e -> !e.getValue().startsWith("("))
                .map(e -> Long.parseLong(e.getKey()))
                .findFirst()
                .orElse(1L);
    }

    private static String text(Field field) {
        if (!field.allowed().isEmpty()) {
            return field.allowed().get(0).toString();
        }
        if (!field.labels().isEmpty()) {
            return field.labels().keySet().iterator().next();
        }
        if (field.name().equals("uid")) {
            return "1";
        }
        String words = field.name().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return BY_FORMAT.getOrDefault(
                field.type().format(), words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
}
