package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each element of an array holds the keys: a membership says in which team and in which role. */
record ElementsHold(String field, List<String> keys) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        boolean complete = Subject.list(subject.row().get(field)).stream()
                .allMatch(each -> each instanceof Map<?, ?> map && keys.stream().allMatch(key -> map.get(key) != null));
        return complete ? Optional.empty() : subject.refuse(field);
    }
}
