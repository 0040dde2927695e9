package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The elements of an array hold what another resource's list of values allows; which one, another key of the record says.
 *
 * @param key the key of the elements
 * @param by the key that picks the case
 * @param cases {@code value=Resource.field}
 */
record ElementsFit(String field, String key, String by, List<String> cases) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        Optional<Field> list = subject.context()
                .world()
                .catalogue()
                .picked(cases, subject.row().get(by));
        boolean fit = list.isEmpty()
                || Subject.list(subject.row().get(field)).stream()
                        .map(each -> each instanceof Map<?, ?> element ? element.get(key) : null)
                        .allMatch(value -> value == null || list.get().allowed().contains(value));
        return fit ? Optional.empty() : subject.refuse(field);
    }
}
