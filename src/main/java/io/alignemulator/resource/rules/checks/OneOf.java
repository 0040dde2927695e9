package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.List;
import java.util.Optional;

/**
 * The value is one of a few.
 *
 * @param values as texts
 */
record OneOf(String field, List<String> values) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        Object value = subject.row().get(field);
        return value == null || values.contains(value.toString()) ? Optional.empty() : subject.refuse(field);
    }
}
