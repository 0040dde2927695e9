package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.Optional;

/** A field has to hold something: where a rule wants it, or only for records that the rule is about. */
record Required(String field) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        Object value = subject.row().get(field);
        return value == null || value.equals("") ? subject.refuse(field) : Optional.empty();
    }
}
