package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A text is not longer than the site has room for.
 *
 * @param max characters
 */
record Length(String field, int max) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        boolean tooLong = subject.row().get(field) instanceof String text && text.length() > max;
        return tooLong ? subject.refuse(field) : Optional.empty();
    }

    @Override
    public OptionalInt longest() {
        return OptionalInt.of(max);
    }
}
