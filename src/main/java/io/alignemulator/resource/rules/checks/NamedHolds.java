package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.List;
import java.util.Optional;

/**
 * Every record that a field names holds one of these values in a key, or none of them.
 *
 * @param key the key of the named record
 * @param values as texts
 * @param wanted whether it has to hold one of them
 */
record NamedHolds(String field, String key, List<String> values, boolean wanted) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        boolean good = subject.allNamed(field)
                .filter(named -> named.resource().has(key))
                .allMatch(named -> values.contains(String.valueOf(named.get(key))) == wanted);
        return good ? Optional.empty() : subject.refuse(field);
    }
}
