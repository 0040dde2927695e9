package io.alignemulator.save.folder;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Saved values under a catalogue that may have changed since. A value that the field can hold stays as it is. Whole numbers and decimals turn into each other; any other value of
 * a type that the field no longer has counts as missing.
 */
final class Migration {

    private Migration() {}

    static @Nullable Object of(Field field, @Nullable Object saved) {
        if (saved == null) {
            return null;
        }
        Optional<Model> model = field.type().model();
        Optional<?> fitting = field.isArray()
                ? list(field, model, saved)
                : element(field.type().kind(), model, saved);
        return fitting.isPresent() ? fitting.get() : field.unset();
    }

    private static Optional<Object> list(Field field, Optional<Model> model, Object saved) {
        if (!(saved instanceof List<?> elements)) {
            return Optional.empty();
        }
        Kind kind = field.type().items().orElseThrow();
        List<@Nullable Object> fitting = new ArrayList<>(elements.size());
        for (Object element : elements) {
            Optional<Object> one = element == null ? Optional.empty() : element(kind, model, element);
            if (element != null && one.isEmpty()) {
                return Optional.empty();
            }
            fitting.add(one.orElse(null));
        }
        return Optional.of(Collections.unmodifiableList(fitting));
    }

    private static Optional<Object> element(Kind kind, Optional<Model> model, Object saved) {
        return switch (kind) {
            case INTEGER ->
                Optional.ofNullable(saved instanceof Double decimal ? whole(decimal) : only(Long.class, saved));
            case NUMBER ->
                Optional.ofNullable(
                        saved instanceof Long whole ? (Object) whole.doubleValue() : only(Double.class, saved));
            case STRING -> Optional.ofNullable(only(String.class, saved));
            case BOOLEAN -> Optional.ofNullable(only(Boolean.class, saved));
            case DATE_TIME -> Optional.ofNullable(only(Instant.class, saved));
            case OBJECT -> saved instanceof Map<?, ?> map ? Optional.of(object(model, map)) : Optional.empty();
            case ARRAY -> Optional.ofNullable(only(List.class, saved));
        };
    }

    private static @Nullable Object only(Class<?> type, Object saved) {
        return type.isInstance(saved) ? saved : null;
    }

    private static @Nullable Object whole(double decimal) {
        return decimal == Math.rint(decimal) && Math.abs(decimal) < 0x1p53 ? (Object) (long) decimal : null;
    }

    /** Keys that the model does not know stay: some objects have keys of their own, and of the others nobody reads them. */
    private static Object object(Optional<Model> model, Map<?, ?> saved) {
        Map<Object, @Nullable Object> fitting = new LinkedHashMap<>(saved);
        for (Field field : model.map(Model::fields).orElse(List.of())) {
            if (saved.containsKey(field.name())) {
                fitting.put(field.name(), of(field, saved.get(field.name())));
            } else if (field.unset() != null) {
                fitting.put(field.name(), field.unset());
            }
        }
        return Collections.unmodifiableMap(fitting);
    }
}
