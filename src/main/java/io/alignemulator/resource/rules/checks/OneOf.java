package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The value is one of a list. Null is not looked at.
 *
 * @param lists whether the list has a value, given as text
 */
record OneOf(String field, BiPredicate<Subject, String> lists) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        Object value = subject.row().get(field);
        return value == null || lists.test(subject, value.toString()) ? Optional.empty() : subject.refuse(field);
    }
}
