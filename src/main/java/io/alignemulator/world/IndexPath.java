package io.alignemulator.world;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.values.Collation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where an index finds its keys in a row: a field, each element of an array, or a key of each nested object ({@code teams.teamId}). */
record IndexPath(Field field, Optional<String> nested) {

    static IndexPath of(Resource resource, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? new IndexPath(resource.field(path), Optional.empty())
                : new IndexPath(resource.field(path.substring(0, dot)), Optional.of(path.substring(dot + 1)));
    }

    void eachKey(Row row, Consumer<Object> action) {
        Object value = row.get(field);
        if (value instanceof List<?> list) {
            list.forEach(element -> accept(element, action));
        } else {
            accept(value, action);
        }
    }

    private void accept(@Nullable Object value, Consumer<Object> action) {
        Object found = nested.isPresent() && value instanceof Map<?, ?> map ? map.get(nested.get()) : value;
        if (found != null) {
            action.accept(key(found));
        }
    }

    /** Text is found whatever its case, as filters compare it. */
    static Object key(Object value) {
        return value instanceof String text ? Collation.fold(text) : value;
    }
}
