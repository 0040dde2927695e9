package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What every record that a field names holds in a key is good. Records of a resource that does not have the key pass.
 *
 * @param key the key of the named record
 * @param good whether a value may stand there
 */
record EveryNamed(String field, String key, Predicate<@Nullable Object> good) implements RecordCheck {

    /** It holds one of these values, as texts. */
    static Predicate<@Nullable Object> oneOf(List<String> values) {
        return value -> values.contains(String.valueOf(value));
    }

    /** It holds an array with elements. */
    static Predicate<@Nullable Object> some() {
        return value -> !Subject.list(value).isEmpty();
    }

    @Override
    public Optional<Field> refused(Subject subject) {
        for (Row named : subject.allNamed(field)) {
            Field its = named.resource().byName().get(key);
            if (its != null && !good.test(named.get(its))) {
                return subject.refuse(field);
            }
        }
        return Optional.empty();
    }
}
