package io.alignemulator.resource.rules;

import java.util.Objects;
import java.util.Optional;

/**
 * A record above that has children of another kind takes none of this kind. Looked at when the record comes to its parent, not again while it stays.
 *
 * @param other the key of the record above that holds the other children
 */
record OneKindOfChild(String field, String other) implements Check {

    @Override
    public Optional<Violation> check(Subject subject) {
        boolean moved = subject.stored() == null
                || !Objects.equals(subject.stored().get(field), subject.row().get(field));
        boolean hasOthers = subject.named(field)
                .filter(parent -> !Check.list(parent.get(other)).isEmpty())
                .isPresent();
        return moved && hasOthers ? subject.invalid(field) : Optional.empty();
    }
}
