package io.alignemulator.resource.rules;

import io.alignemulator.world.Row;
import java.util.List;
import java.util.Optional;

/**
 * The record that a field names lies where this one does.
 *
 * @param place the field that says where this one lies
 * @param its the fields that say where the other lies; one of them must name the same place
 */
record SamePlace(String field, String place, List<String> its) implements Check {

    @Override
    public Optional<Violation> check(Subject subject) {
        Object own = subject.row().get(place);
        Optional<Row> other = subject.named(field);
        return other.isEmpty() || own == null || its.stream().anyMatch(key -> names(other.get(), key, own))
                ? Optional.empty()
                : subject.invalid(field);
    }

    private static boolean names(Row row, String key, Object place) {
        return row.resource().has(key)
                && (place.equals(row.get(key)) || Check.list(row.get(key)).contains(place));
    }
}
