package io.alignemulator.control.bind;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.catalogue.Json;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.From;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.calls.VerifyRequest;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Scalar;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The records of the control API as schemas of an OpenAPI document, each once. */
public final class RecordSchemas {

    private static final String[] ANY_SCALAR = {"string", "number", "boolean"};

    private final ObjectNode components;
    private boolean isAnswer;

    public RecordSchemas(ObjectNode components) {
        this.components = components;
    }

    /** The same for what is answered: what answers always hold is required, in records that no call takes. Asked for when {@link #of} knows all that calls take. */
    public ObjectNode ofAnswer(Type type) {
        isAnswer = true;
        try {
            return of(type);
        } finally {
            isAnswer = false;
        }
    }

    /** A schema, or where to find it. */
    public ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Scalar.class) {
            return anyOf(ANY_SCALAR);
        }
        if (plain == From.class) {
            return anyOf("integer", "string");
        }
        if (plain == Method.class) {
            ObjectNode schema = type("string");
            for (Method method : Method.values()) {
                schema.withArray("enum").add(method.name());
            }
            return schema;
        }
        return plain.isRecord() || plain.isSealed() ? reference(plain) : scalar(plain);
    }

    private ObjectNode generic(ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode array = type("array");
            array.set("items", of(arguments[0]));
            return array;
        }
        ObjectNode map = type("object");
        map.set("additionalProperties", of(arguments[1]));
        return map;
    }

    private static ObjectNode scalar(Class<?> type) {
        if (type == int.class
                || type == long.class
                || type == Long.class
                || type == OptionalInt.class
                || type == OptionalLong.class) {
            return type("integer");
        }
        if (type == double.class || type == OptionalDouble.class) {
            return type("number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return type("boolean");
        }
        if (type == Instant.class || type == Duration.class) {
            return type("string").put("format", type == Instant.class ? "date-time" : "duration");
        }
        return type == String.class ? type("string") : Json.object();
    }

    private ObjectNode reference(Class<?> type) {
        String name = name(type);
        if (!components.has(name)) {
            components.putObject(name);
            components.set(name, type.isSealed() ? oneOf(type) : described(type, object(type)));
        }
        return Json.object().put("$ref", "#/components/schemas/" + name);
    }

    /** {@code Exchange.Page} is {@code ExchangePage}. */
    public static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : name(outer)) + type.getSimpleName();
    }

    private ObjectNode oneOf(Class<?> type) {
        ObjectNode schema = Json.object();
        ArrayNode kinds = schema.putArray("oneOf");
        ObjectNode mapping =
                schema.putObject("discriminator").put("propertyName", "type").putObject("mapping");
        for (Class<?> kind : type.getPermittedSubclasses()) {
            if (kind.isAnnotationPresent(JsonTypeName.class)) {
                ObjectNode reference = reference(kind);
                kinds.add(reference);
                mapping.set(Binder.kind(kind), reference.path("$ref"));
            }
        }
        return schema;
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode schema = type("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.array();
        boolean isOpen = false;
        if (type.isAnnotationPresent(JsonTypeName.class)) {
            properties.putObject("type").put("const", Binder.kind(type));
            required.add("type");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonAnySetter.class)
                    || component.isAnnotationPresent(JsonAnySetter.class)) {
                isOpen = true;
            } else {
                properties.set(component.getName(), property(type, component));
                if (isRequired(component) || (isAnswer && isAlwaysThere(type, component))) {
                    required.add(component.getName());
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", isOpen);
        return type == VerifyRequest.Count.class ? numberOr(schema) : schema;
    }

    public static boolean isRequired(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property != null && property.required();
    }

    private static boolean isAlwaysThere(Class<?> type, RecordComponent component) {
        boolean mayBeLeftOut = type.isAnnotationPresent(JsonInclude.class)
                || component.getAccessor().isAnnotationPresent(JsonInclude.class)
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getType().getSimpleName().startsWith("Optional");
        return !mayBeLeftOut && component.getType() != Object.class;
    }

    private static ObjectNode numberOr(ObjectNode object) {
        ObjectNode schema = Json.object();
        schema.putArray("anyOf").add(type("integer").put("minimum", 0)).add(object);
        return schema;
    }

    private ObjectNode property(Class<?> type, RecordComponent component) {
        ObjectNode schema = of(component.getGenericType());
        boolean isOneOrSeveral =
                type == CallMatcher.class && component.getName().equals("method");
        if (isOneOrSeveral) {
            ObjectNode several = schema;
            schema = Json.object();
            schema.putArray("anyOf").add(of(Method.class)).add(several);
        }
        return described(component, schema);
    }

    /** With what it means and an example of it. */
    ObjectNode described(java.lang.reflect.AnnotatedElement element, ObjectNode schema) {
        Doc doc = element.getAnnotation(Doc.class);
        if (doc != null) {
            schema.put("description", doc.value() + ".");
            if (!doc.example().isEmpty()) {
                schema.putArray("examples").add(parsed(doc.example()));
            }
        }
        return schema;
    }

    public static JsonNode parsed(String json) {
        return Json.readStrictly(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode type(String name) {
        return Json.object().put("type", name);
    }

    private static ObjectNode anyOf(String... types) {
        ObjectNode schema = Json.object();
        ArrayNode names = schema.putArray("type");
        List.of(types).forEach(names::add);
        return schema;
    }
}
