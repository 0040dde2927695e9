package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.world.Row;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Custom fields are those that the site defines for the resource, list values those it allows; editmeta is the only place that names them. */
record KnownCustomFields(String field) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        boolean known = Subject.list(subject.row().get(field)).stream()
                .filter(Map.class::isInstance)
                .flatMap(entry -> ((Map<?, ?>) entry).entrySet().stream())
                .allMatch(member -> isKnown(subject, member.getKey(), member.getValue()));
        return known ? Optional.empty() : subject.refuse(field);
    }

    private static boolean isKnown(Subject subject, Object key, @Nullable Object value) {
        return subject.context().world().table("CustomFieldDefinition").find("key", key).stream()
                .filter(d -> subject.row().resource().name().equals(d.get("resource")))
                .findFirst()
                .filter(d -> !"list".equals(d.get("type"))
                        || Subject.list(value).stream().allMatch(each -> isAllowed(d, each)))
                .isPresent();
    }

    private static boolean isAllowed(Row definition, Object value) {
        return value instanceof Map<?, ?> chosen
                && Subject.list(definition.get("allowedValues")).stream()
                        .anyMatch(each -> each instanceof Map<?, ?> allowed
                                && Objects.equals(allowed.get("value"), chosen.get("value")));
    }
}
