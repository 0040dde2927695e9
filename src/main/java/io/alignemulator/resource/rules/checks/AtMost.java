package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.Optional;

/**
 * An array has no more elements than that.
 *
 * @param max how many it may have
 */
record AtMost(String field, long max) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        return Subject.list(subject.row().get(field)).size() > max ? subject.refuse(field) : Optional.empty();
    }
}
