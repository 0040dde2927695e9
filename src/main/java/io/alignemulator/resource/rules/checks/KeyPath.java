package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a check finds values in a record: a key, or a path through the records that a reference names and through the objects of an array.
 *
 * @param first a key of the record itself
 * @param rest the path in what that leads to
 */
record KeyPath(String first, Optional<KeyPath> rest) {

    /** The path as the catalogue writes it, e.g. {@code neededBySprintId.endDate}. */
    static KeyPath of(String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? new KeyPath(path, Optional.empty())
                : new KeyPath(path.substring(0, dot), Optional.of(of(path.substring(dot + 1))));
    }

    static List<KeyPath> all(List<String> paths) {
        return paths.stream().map(KeyPath::of).toList();
    }

    /** What a record holds there; nulls are left out. */
    List<?> values(Subject subject, Row of) {
        return values(subject, of, of.resource().field(first));
    }

    /** The same; nothing where its resource has no such key. */
    List<?> valuesIfAny(Subject subject, Row of) {
        Field field = of.resource().byName().get(first);
        return field == null ? List.of() : values(subject, of, field);
    }

    private List<?> values(Subject subject, Row of, Field field) {
        Object value = of.get(field);
        if (rest.isEmpty() || value == null) {
            return Subject.each(value);
        }
        KeyPath further = rest.get();
        List<Object> values = new ArrayList<>();
        if (field.type().model().isPresent()) {
            for (Object element : Subject.each(value)) {
                values.addAll(Subject.each(element instanceof Map<?, ?> map ? map.get(further.first) : null));
            }
        } else {
            for (Row named : subject.named(field, value, of)) {
                values.addAll(further.values(subject, named));
            }
        }
        return values;
    }
}
