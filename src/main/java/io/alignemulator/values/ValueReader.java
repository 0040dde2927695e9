package io.alignemulator.values;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns JSON into values of the catalogue's types and reports what does not fit, with its JSON pointer. */
public final class ValueReader {

    /** Where problems go. */
    @FunctionalInterface
    public interface Problems {
        void report(String pointer, JsonNode value, String reason);
    }

    private final Problems problems;
    private final boolean ofSite;

    /** Of what people write: what no real record should hold is a problem. */
    public ValueReader(Problems problems) {
        this(problems, false);
    }

    private ValueReader(Problems problems, boolean ofSite) {
        this.problems = problems;
        this.ofSite = ofSite;
    }

    /** Of what a site has accepted: lists may be null and hold null for an object, decimals may be no finite numbers. */
    public static ValueReader ofSite(Problems problems) {
        return new ValueReader(problems, true);
    }

    /** The value of a field; null (and a report) when the JSON does not fit. */
    public @Nullable Object field(Field field, JsonNode node, String pointer) {
        if (node.isNull()) {
            if (!field.nullable() && !(ofSite && field.isArray())) {
                problems.report(pointer, node, "must not be null");
            }
            return null;
        }
        Object value = value(field.type(), node, pointer);
        if (value != null && !field.allowed().isEmpty() && !field.allowed().contains(value)) {
            problems.report(pointer, node, "is not one of " + field.allowed());
        }
        if (value instanceof String text
                && field.pattern().filter(p -> !Pattern.matches(p, text)).isPresent()) {
            problems.report(pointer, node, "does not match " + field.pattern().get());
        }
        return value;
    }

    private @Nullable Object value(FieldType type, JsonNode node, String pointer) {
        if (type.kind() != Kind.ARRAY) {
            return element(type.kind(), type.model(), node, pointer);
        }
        if (!node.isArray()) {
            return wrong(pointer, node, "is not an array");
        }
        List<@Nullable Object> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            if (ofSite && node.get(i).isNull() && type.items().orElseThrow() == Kind.OBJECT) {
                elements.add(null);
                continue;
            }
            Object element = element(type.items().orElseThrow(), type.model(), node.get(i), pointer + "/" + i);
            if (element != null) {
                elements.add(element);
            }
        }
        return Collections.unmodifiableList(elements);
    }

    private @Nullable Object element(Kind kind, Optional<Model> model, JsonNode node, String pointer) {
        return switch (kind) {
            case INTEGER ->
                node.isIntegralNumber() && node.canConvertToLong()
                        ? (Object) node.asLong()
                        : wrong(pointer, node, "is not an integer");
            case NUMBER ->
                node.isNumber() && (ofSite || Double.isFinite(node.asDouble()))
                        ? (Object) node.asDouble()
                        : wrong(pointer, node, "is not a number");
            case STRING -> node.isString() ? node.asString() : wrong(pointer, node, "is not a string");
            case BOOLEAN -> node.isBoolean() ? (Object) node.asBoolean() : wrong(pointer, node, "is not a boolean");
            case DATE_TIME -> date(node, pointer);
            case OBJECT -> object(model, node, pointer);
            case ARRAY -> wrong(pointer, node, "must not be an array");
        };
    }

    private @Nullable Object date(JsonNode node, String pointer) {
        Optional<Instant> instant = node.isString() ? Dates.read(node.asString()) : Optional.empty();
        return instant.isPresent() ? instant.get() : wrong(pointer, node, "is not an ISO 8601 date-time");
    }

    private @Nullable Object object(Optional<Model> model, JsonNode node, String pointer) {
        if (!node.isObject()) {
            return wrong(pointer, node, "is not an object");
        }
        if (model.isEmpty()) {
            return freeForm(node);
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        model.get().fields().forEach(field -> values.put(field.name(), field.unset()));
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            member(model.get(), values, member.getKey(), member.getValue(), pointer + "/" + escaped(member.getKey()));
        }
        return Collections.unmodifiableMap(values);
    }

    private void member(Model model, Map<String, @Nullable Object> values, String key, JsonNode node, String pointer) {
        Optional<Field> field = model.field(key);
        if (field.isPresent()) {
            values.put(key, field(field.get(), node, pointer));
        } else if (model.dynamic().filter(d -> d.key().matcher(key).matches()).isPresent()) {
            values.put(key, node.isNull() ? null : value(model.dynamic().get().type(), node, pointer));
        } else {
            problems.report(pointer, node, "is not a key of " + model.name());
        }
    }

    private static @Nullable Object freeForm(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(e -> map.put(e.getKey(), freeForm(e.getValue())));
            return Collections.unmodifiableMap(map);
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(each -> list.add(freeForm(each)));
            return Collections.unmodifiableList(list);
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.asLong();
        }
        return node.isNumber()
                ? (Object) node.asDouble()
                : node.isBoolean() ? (Object) node.asBoolean() : node.isNull() ? null : node.asString();
    }

    private @Nullable Object wrong(String pointer, JsonNode node, String reason) {
        problems.report(pointer, node, reason);
        return null;
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
