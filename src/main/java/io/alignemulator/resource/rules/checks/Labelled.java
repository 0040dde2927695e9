package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.Optional;

/** A value is one of those that the catalogue has a label for. */
record Labelled(String field) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        Field labelled = subject.row().resource().field(field);
        Object value = subject.row().get(labelled);
        return value == null || labelled.labels().containsKey(value.toString())
                ? Optional.empty()
                : subject.refuse(field);
    }
}
