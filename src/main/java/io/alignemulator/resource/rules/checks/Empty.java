package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.List;
import java.util.Optional;

/** A field that means nothing for such a record holds nothing: null, zero or an empty text. */
record Empty(String field) implements RecordCheck {

    private static final List<Object> NOTHING = List.of("", 0L, 0.0, List.of());

    @Override
    public Optional<Field> refused(Subject subject) {
        Object value = subject.row().get(field);
        return value == null || NOTHING.contains(value) ? Optional.empty() : subject.refuse(field);
    }
}
