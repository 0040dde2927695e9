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
        return keys.stream()
                .filter(key -> subject.values(subject.row(), key)
                        .anyMatch(value -> value instanceof Number number && number.doubleValue() < 0))
                .map(key -> subject.row().resource().field(key.split("\\.")[0]))
                .findFirst();
    }
}
