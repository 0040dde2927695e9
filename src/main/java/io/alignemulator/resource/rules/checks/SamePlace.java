package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.Collections;
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
record SamePlace(String field, List<KeyPath> place, List<KeyPath> its, List<String> of, String told)
        implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        List<Row> others = subject.allNamed(field);
        List<?> own = others.isEmpty() ? List.of() : places(subject, subject.row(), place);
        for (Row other : own.isEmpty() ? List.<Row>of() : others) {
            boolean counts = of.isEmpty() || of.contains(other.resource().name());
            if (counts && Collections.disjoint(places(subject, other, its), own)) {
                return subject.refuse(told);
            }
        }
        return Optional.empty();
    }

    private static List<?> places(Subject subject, Row row, List<KeyPath> keys) {
        if (keys.size() == 1) {
            return keys.get(0).valuesIfAny(subject, row);
        }
        List<Object> places = new ArrayList<>();
        for (KeyPath key : keys) {
            places.addAll(key.valuesIfAny(subject, row));
        }
        return places;
    }
}
