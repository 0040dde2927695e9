package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Optional;

/**
 * The records that a field names lie where this one does.
 *
 * @param place the fields that say where this one lies; a record that lies nowhere passes
 * @param its the fields that say where the other lies; one of them must name one of the same places
 * @param of the resources of which the other has to be to be looked at; empty for any
 * @param told the field that is refused
 */
record SamePlace(String field, List<String> place, List<String> its, List<String> of, String told) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        List<Object> own = places(subject, subject.row(), place);
        return own.isEmpty()
                        || subject.allNamed(field)
                                .filter(other -> of.isEmpty()
                                        || of.contains(other.resource().name()))
                                .allMatch(other ->
                                        places(subject, other, its).stream().anyMatch(own::contains))
                ? Optional.empty()
                : subject.refuse(told);
    }

    private static List<Object> places(Subject subject, Row row, List<String> keys) {
        return keys.stream()
                .filter(key -> row.resource().has(key.split("\\.")[0]))
                .<Object>flatMap(key -> subject.values(row, key))
                .toList();
    }
}
