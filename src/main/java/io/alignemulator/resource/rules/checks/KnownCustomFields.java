package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.values.Dates;
import io.alignemulator.world.CustomFields;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Custom fields are those that the site defines for the resource, list values those it allows, numbers and dates such; editmeta is the only place that names them.
 *
 * @param definitions the resource whose records define them
 */
record KnownCustomFields(String field, String definitions) implements RecordCheck {

    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?\\s*");

    /** Those that the site defines for the resource of the record, in the order of their positions. */
    static List<Row> defined(Subject subject, String definitions) {
        return subject.context()
                .world()
                .table(definitions)
                .find("resource", subject.row().resource().name());
    }

    @Override
    public Optional<Field> refused(Subject subject) {
        List<?> entries = Subject.list(subject.row().get(field));
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        List<Row> defined = defined(subject, definitions);
        boolean known = entries.stream()
                .filter(Map.class::isInstance)
                .flatMap(entry -> ((Map<?, ?>) entry).entrySet().stream())
                .allMatch(member -> isKnown(defined, member.getKey(), member.getValue()));
        return known ? Optional.empty() : subject.refuse(field);
    }

    private static boolean isKnown(List<Row> definitions, Object key, @Nullable Object value) {
        return definitions.stream()
                .filter(definition -> key.equals(definition.get("key")))
                .findFirst()
                .filter(definition -> isOfItsType(definition, Subject.list(value)))
                .isPresent();
    }

    private static boolean isOfItsType(Row definition, List<?> values) {
        return switch (String.valueOf(definition.get("type"))) {
            case "list" -> values.stream().allMatch(each -> isAllowed(definition, each));
            case "singleList" -> values.size() <= 1 && values.stream().allMatch(each -> isAllowed(definition, each));
            case "number" -> values.stream().allMatch(each -> isText(each, NUMBER.asMatchPredicate()));
            case "date" ->
                values.stream()
                        .allMatch(each -> isText(each, text -> Dates.read(text).isPresent()));
            default -> true;
        };
    }

    /** Whether a value is empty or a text of that form. */
    private static boolean isText(@Nullable Object value, Predicate<String> form) {
        Object text = value instanceof Map<?, ?> map ? map.get("value") : value;
        return text == null || text.equals("") || form.test(String.valueOf(text));
    }

    private static boolean isAllowed(Row definition, @Nullable Object value) {
        return value instanceof Map<?, ?> chosen
                && Subject.list(definition.get("allowedValues")).stream()
                        .anyMatch(each -> each instanceof Map<?, ?> allowed && CustomFields.isMeant(allowed, chosen));
    }
}
