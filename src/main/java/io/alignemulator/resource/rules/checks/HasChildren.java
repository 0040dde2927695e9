package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.Optional;

/**
 * The record that a field names has children of a kind, or it has none: who has children of one kind may take none of another.
 *
 * @param other the key of the named record that holds the ids of the children
 * @param wanted whether it has to have some
 */
record HasChildren(String field, String other, boolean wanted) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        boolean good = subject.allNamed(field)
                .filter(named -> named.resource().has(other))
                .allMatch(named -> Subject.list(named.get(other)).isEmpty() != wanted);
        return good ? Optional.empty() : subject.refuse(field);
    }
}
