package io.alignemulator.world.index;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.values.Collation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where an index finds its keys in a record: a field, each element of an array, or a key of each nested object ({@code teams.teamId}). */
public record IndexPath(Field field, Optional<String> nested) {

    /** The path as the catalogue writes it. */
    public static IndexPath of(Resource resource, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? new IndexPath(resource.field(path), Optional.empty())
                : new IndexPath(resource.field(path.substring(0, dot)), Optional.of(path.substring(dot + 1)));
    }

    /** @param value of the field */
    void eachKey(@Nullable Object value, Consumer<Object> action) {
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
