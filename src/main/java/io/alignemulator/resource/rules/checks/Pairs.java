package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.List;
import java.util.Optional;

/**
 * What this record holds fits to what the record that a field names holds.
 *
 * @param own the key of this record
 * @param key the key of the other one
 * @param cases the pairs that fit, {@code own=other}; a value of this record that stands in no pair fits to everything
 */
record Pairs(String field, String own, String key, List<String> cases) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        String start = subject.row().get(own) + "=";
        boolean free = cases.stream().noneMatch(each -> each.startsWith(start));
        return free || subject.allNamed(field).stream().allMatch(named -> cases.contains(start + named.get(key)))
                ? Optional.empty()
                : subject.refuse(field);
    }
}
