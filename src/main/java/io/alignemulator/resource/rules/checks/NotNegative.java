package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.List;
import java.util.Optional;

/**
 * No number is below zero.
 *
 * @param keys fields, or {@code array.key} for the numbers of its elements; the first bad one is refused
 */
record NotNegative(List<String> keys) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        for (String key : keys) {
            for (Object value : subject.values(subject.row(), key)) {
                if (value instanceof Number number && number.doubleValue() < 0) {
                    return subject.refuse(Subject.first(key));
                }
            }
        }
        return Optional.empty();
    }
}
