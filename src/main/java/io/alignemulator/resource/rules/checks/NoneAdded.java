package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * No element comes to an array: who has left joins no team, but stays where they were.
 *
 * @param key of the elements, by which they are told apart
 */
record NoneAdded(String field, String key) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        Set<Object> before =
                subject.stored() == null ? Set.of() : keys(subject.stored().get(field));
        return before.containsAll(keys(subject.row().get(field))) ? Optional.empty() : subject.refuse(field);
    }

    private Set<Object> keys(@Nullable Object array) {
        return Subject.list(array).stream()
                .map(each -> each instanceof Map<?, ?> map ? map.get(key) : null)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
