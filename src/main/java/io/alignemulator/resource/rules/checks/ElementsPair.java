package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Rule;
import io.alignemulator.world.Row;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an element of an array holds fits what the record holds that it names: a role of an agile team in an agile team.
 *
 * @param key of the elements, whose value has to fit
 * @param reference key of the elements that names a record
 * @param decisive key of that record
 * @param fits which values fit, by what the record holds; where it holds another value, all that the key has a label for
 */
record ElementsPair(String field, String key, String reference, String decisive, Map<String, Set<String>> fits)
        implements RecordCheck {

    static ElementsPair of(String field, Rule rule) {
        String[] through = rule.text("through").split("\\.");
        Map<String, Set<String>> fits = new LinkedHashMap<>();
        for (String each : rule.texts("cases")) {
            String[] sides = each.split("=");
            fits.put(sides[0], Set.copyOf(Arrays.asList(sides[1].split(","))));
        }
        return new ElementsPair(field, rule.text("key"), through[0], through[1], fits);
    }

    @Override
    public Optional<Field> refused(Subject subject) {
        boolean fit = Subject.list(subject.row().get(field)).stream()
                .allMatch(each -> !(each instanceof Map<?, ?> element) || fits(subject, element));
        return fit ? Optional.empty() : subject.refuse(field);
    }

    private boolean fits(Subject subject, Map<?, ?> element) {
        Object value = element.get(key);
        Object id = element.get(reference);
        Optional<Row> named = id == null
                ? Optional.empty()
                : subject.resolve(inner(subject, reference).reference().orElseThrow(), id);
        if (value == null || named.isEmpty()) {
            return true;
        }
        Set<String> all = inner(subject, key).labels().keySet();
        String decides = String.valueOf(named.get().get(decisive));
        return Objects.requireNonNullElse(fits.get(decides), all).contains(value.toString());
    }

    private Field inner(Subject subject, String name) {
        return subject.row()
                .resource()
                .field(field)
                .type()
                .model()
                .flatMap(model -> model.field(name))
                .orElseThrow();
    }
}
