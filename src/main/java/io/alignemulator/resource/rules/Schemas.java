package io.alignemulator.resource.rules;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas that stored records are checked with, one per resource, compiled when first needed: compiling all of them would double the time of a start, and most
 * servers write to few resources.
 */
public final class Schemas {

    private final int titleLimit;
    private @Nullable SchemaRegistry registry;
    private final ConcurrentMap<String, Schema> compiled = new ConcurrentHashMap<>();

    /** @param titleLimit longest title or name in characters, 0 for any */
    public Schemas(int titleLimit) {
        this.titleLimit = titleLimit;
    }

    public Schema of(Resource resource) {
        return compiled.computeIfAbsent(resource.name(), name -> registry().getSchema(schema(resource)));
    }

    /**
     * Whether a value surely fits the schema of its field, told by its type, a closed list or the length of a title alone. About any other the schema has to be asked; most records hold none, so that
     * most writes need no validator, and a server loads none before one does.
     *
     * @param value as a row holds it
     */
    boolean surelyHolds(Field field, @Nullable Object value) {
        if (value == null) {
            return field.nullable() || (field.isArray() && field.allowed().isEmpty());
        }
        if (!field.allowed().isEmpty()) {
            return !field.isArray() && field.allowed().contains(value);
        }
        if (field.pattern().isPresent() || field.type().format().equals("email")) {
            return false;
        }
        if (titleLimit > 0 && isTitle(field)) {
            return value instanceof String title && !title.isEmpty() && title.length() <= titleLimit;
        }
        return field.isArray()
                ? value instanceof List<?> list
                        && (list.isEmpty() || areOf(field.type().items().orElseThrow(), list))
                : isOf(field.type().kind(), value);
    }

    /** The same of a value as it was sent. */
    boolean surelyHolds(Field field, JsonNode sent) {
        return switch (sent.getNodeType()) {
            case NULL -> surelyHolds(field, (Object) null);
            case STRING -> field.type().kind() == Kind.STRING && surelyHolds(field, sent.stringValue());
            default -> false;
        };
    }

    private static boolean areOf(Kind kind, List<?> values) {
        for (Object each : values) {
            if (each == null || !isOf(kind, each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOf(Kind kind, Object value) {
        return switch (kind) {
            case STRING -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case NUMBER -> value instanceof Double || value instanceof Long;
            case BOOLEAN -> value instanceof Boolean;
            case DATE_TIME -> value instanceof Instant;
            case ARRAY, OBJECT -> false;
        };
    }

    /** The fields that the schema of a resource says something of. */
    static boolean isChecked(Field field) {
        return field.write() != Field.Write.NEVER && !field.is(Field.Trait.HIDDEN);
    }

    /** Made at the first write that needs it: loading the validator would be a tenth of a start. */
    private synchronized SchemaRegistry registry() {
        if (registry == null) {
            registry = SchemaRegistry.withDialect(Dialects.getOpenApi31());
        }
        return registry;
    }

    private ObjectNode schema(Resource resource) {
        ObjectNode schema = Json.object();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Field field : resource.fields()) {
            if (isChecked(field)) {
                properties.set(field.name(), field(field));
            }
        }
        return schema;
    }

    private ObjectNode field(Field field) {
        ObjectNode schema = type(field.type(), field.nullable());
        if (!field.allowed().isEmpty()) {
            ArrayNode values = schema.putArray("enum");
            field.allowed().forEach(value -> values.add(RowTree.node(field, value)));
            if (field.nullable()) {
                values.addNull();
            }
        }
        field.pattern().ifPresent(pattern -> schema.put("pattern", pattern));
        if (field.type().format().equals("email")) {
            schema.put("pattern", "^[^@\\s]+@[^@\\s]+$");
        }
        if (titleLimit > 0 && isTitle(field)) {
            schema.put("minLength", 1).put("maxLength", titleLimit);
        }
        return schema;
    }

    private static boolean isTitle(Field field) {
        return field.is(Field.Trait.REQUIRED)
                && (field.name().equals("title") || field.name().equals("name"));
    }

    private static ObjectNode type(FieldType type, boolean nullable) {
        ObjectNode schema = named(type.kind(), type.model(), nullable || type.isArray());
        if (type.isArray()) {
            Kind items = type.items().orElseThrow();
            schema.set("items", named(items, type.model(), items == Kind.OBJECT));
        }
        return schema;
    }

    private static ObjectNode named(Kind kind, Optional<Model> model, boolean nullable) {
        ObjectNode schema = Json.object();
        String name = kind == Kind.DATE_TIME ? "string" : kind.name().toLowerCase(Locale.ROOT);
        if (nullable) {
            schema.putArray("type").add(name).add("null");
        } else {
            schema.put("type", name);
        }
        if (kind == Kind.OBJECT) {
            model.ifPresent(m -> object(schema, m));
        }
        return schema;
    }

    private static void object(ObjectNode schema, Model model) {
        ObjectNode properties = schema.putObject("properties");
        for (Field field : model.fields()) {
            properties.set(field.name(), type(field.type(), true));
        }
        if (model.dynamic().isPresent()) {
            schema.putObject("patternProperties")
                    .set(
                            model.dynamic().get().key().pattern(),
                            type(model.dynamic().get().type(), true));
            schema.put("additionalProperties", false);
        }
    }
}
