package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.Optional;

/**
 * A number is one of those that a setting of the site lists.
 *
 * @param scale name of the setting; the word any stands for every number
 */
record OnScale(String field, String scale) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        Object number = subject.row().get(field);
        return number == null || subject.context().settings().lists(scale, number.toString())
                ? Optional.empty()
                : subject.refuse(field);
    }
}
