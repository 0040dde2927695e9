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
record ElementsFit(String field, String key, String by, List<String> cases) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        String picked = subject.row().get(by) + "=";
        Optional<String> list = cases.stream()
                .filter(each -> each.startsWith(picked))
                .map(each -> each.substring(picked.length()))
                .findFirst();
        if (list.isEmpty()) {
            return Optional.empty();
        }
        String[] names = list.get().split("\\.");
        List<Object> allowed = subject.context()
                .world()
                .catalogue()
                .resource(names[0])
                .field(names[1])
                .allowed();
        boolean fit = Subject.list(subject.row().get(field)).stream()
                .map(each -> each instanceof Map<?, ?> element ? element.get(key) : null)
                .allMatch(value -> value == null || allowed.contains(value));
        return fit ? Optional.empty() : subject.refuse(field);
    }
}
