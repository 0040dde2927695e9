package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.rules.RuleId;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Custom fields are those that the site defines for the resource, list values those it allows; editmeta is the only place that names them (rule CUST-03). A change leaves each at its
 * position and a required one filled (rule CUST-02).
 *
 * @param definitions the resource whose records define them
 */
record KnownCustomFields(String field, String definitions) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        List<?> entries = Subject.list(subject.row().get(field));
        List<Row> defined = subject.context()
                .world()
                .table(definitions)
                .find("resource", subject.row().resource().name());
        boolean known = entries.stream()
                .filter(Map.class::isInstance)
                .flatMap(entry -> ((Map<?, ?>) entry).entrySet().stream())
                .allMatch(member -> isKnown(defined, member.getKey(), member.getValue()));
        boolean asks = subject.isSent(field) && subject.context().settings().isOn(RuleId.CUST_02);
        boolean placed = !asks || subject.stored() == null || isInPlace(defined, entries);
        return known && placed && (!asks || isFilled(defined, entries)) ? Optional.empty() : subject.refuse(field);
    }

    private static boolean isKnown(List<Row> definitions, Object key, @Nullable Object value) {
        return definitions.stream()
                .filter(definition -> key.equals(definition.get("key")))
                .findFirst()
                .filter(definition -> !"list".equals(definition.get("type"))
                        || Subject.list(value).stream().allMatch(each -> isAllowed(definition, each)))
                .isPresent();
    }

    /** By its value, or by its id where the value has been left to the site to fill in. */
    private static boolean isAllowed(Row definition, @Nullable Object value) {
        return value instanceof Map<?, ?> chosen
                && Subject.list(definition.get("allowedValues")).stream()
                        .anyMatch(each -> each instanceof Map<?, ?> allowed && isMeant(allowed, chosen));
    }

    private static boolean isMeant(Map<?, ?> allowed, Map<?, ?> chosen) {
        Object id = chosen.get("id");
        return (chosen.get("value") == null && id != null)
                ? Objects.equals(allowed.get("id"), id)
                : Objects.equals(allowed.get("value"), chosen.get("value"));
    }

    /** Each position holds the field that is defined for it, or nothing. */
    private static boolean isInPlace(List<Row> definitions, List<?> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Object key = i < definitions.size() ? definitions.get(i).get("key") : null;
            boolean right = entries.get(i) == null
                    || (entries.get(i) instanceof Map<?, ?> entry
                            && entry.keySet().stream().allMatch(each -> each.equals(key)));
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFilled(List<Row> definitions, List<?> entries) {
        return definitions.stream()
                .filter(definition -> Boolean.TRUE.equals(definition.get("required")))
                .allMatch(definition -> entries.stream()
                        .anyMatch(entry -> entry instanceof Map<?, ?> map
                                && map.get(definition.get("key")) instanceof List<?> values
                                && !values.isEmpty()));
    }
}
