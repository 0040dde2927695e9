package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.Optional;

/**
 * The record above is there and in the caller's scope.
 *
 * @param told the field that is refused when it is not
 */
record VisibleParent(String field, String told) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        boolean usable =
                subject.named(field).filter(subject.context().access()::inScope).isPresent();
        return usable || subject.row().get(field) == null ? Optional.empty() : subject.refuse(told);
    }

    @Override
    public boolean isOfTheReference() {
        return true;
    }
}
