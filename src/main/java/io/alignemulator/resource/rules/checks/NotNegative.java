package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.List;
import java.util.Optional;

/**
 * No number is below zero.
 *
 * @param keys fields, or {@code array.key} for the numbers of its elements; the first bad one is refused
 */
record NotNegative(List<KeyPath> keys) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        for (KeyPath key : keys) {
            for (Object value : key.values(subject, subject.row())) {
                if (value instanceof Number number && number.doubleValue() < 0) {
                    return subject.refuse(key.first());
                }
            }
        }
        return Optional.empty();
    }
}
