package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each element of an array holds the key, and no two hold the same: a membership names a team once. */
record UniqueIn(String field, String key) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        Set<Object> seen = new HashSet<>();
        for (Object each : Subject.list(subject.row().get(field))) {
            Object value = each instanceof Map<?, ?> map ? map.get(key) : null;
            if (value == null || !seen.add(value)) {
                return subject.refuse(field);
            }
        }
        return Optional.empty();
    }
}
