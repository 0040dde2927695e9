package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change that sends custom fields leaves each at its position, and any write that does leaves a required one filled. What the site does not define is not looked at.
 *
 * @param definitions the resource whose records define them
 */
record CustomFieldsInPlace(String field, String definitions) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        if (!subject.isSent(field)) {
            return Optional.empty();
        }
        List<?> entries = Subject.list(subject.row().get(field));
        List<Row> defined = KnownCustomFields.defined(subject, definitions);
        boolean placed = subject.stored() == null || isInPlace(defined, entries);
        return placed && isFilled(defined, entries) ? Optional.empty() : subject.refuse(field);
    }

    /** Each position holds the field that is defined for it, or nothing. */
    private static boolean isInPlace(List<Row> definitions, List<?> entries) {
        for (int i = 0; i < definitions.size(); i++) {
            Object key = definitions.get(i).get("key");
            for (int j = 0; j < entries.size(); j++) {
                boolean holds = entries.get(j) instanceof Map<?, ?> entry && entry.containsKey(key);
                if (holds && i != j) {
                    return false;
                }
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
