package io.alignemulator.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code x-rules}, a check of the whole record, or of {@code x-effects}, something that follows from a write.
 *
 * @param id of the rule that it enforces, e.g. WRIT-23
 * @param kind what is checked or done; a kind knows no resource
 * @param field the key that is looked at
 * @param why what is wrong with a record that fails, for people
 * @param when only records that hold one of these values there; empty for all
 * @param onChange only new records, and those in which one of these keys changes; empty for every write
 * @param parameters other keys that the kind looks at, by the name of the parameter
 */
public record Rule(
        String id,
        String kind,
        String field,
        String why,
        Optional<Field.Condition> when,
        List<String> onChange,
        Map<String, List<String>> parameters) {

    /** A parameter that is one key. */
    public String text(String parameter) {
        List<String> texts = texts(parameter);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(id + " has no " + parameter);
        }
        return texts.get(0);
    }

    /** A parameter that is a list of keys; empty when it is not there. */
    public List<String> texts(String parameter) {
        List<String> texts = parameters.get(parameter);
        return texts == null ? List.of() : texts;
    }

    /** The key that is refused: the one that is looked at, unless another is told. */
    public String told() {
        return parameters.containsKey("told") ? text("told") : field;
    }

    /** Whether every write of every record is its business. */
    public boolean isAboutEvery() {
        return when.isEmpty() && onChange.isEmpty();
    }

    /**
     * Whether a write of a record is its business.
     *
     * @param now what the record holds after the write, by key
     * @param before what it held; null for a new record
     */
    public boolean isAbout(
            Function<String, @Nullable Object> now, @Nullable Function<String, @Nullable Object> before) {
        boolean holds = when.isEmpty() || holds(when.get(), now.apply(when.get().field()));
        return holds && (before == null || onChange.isEmpty() || isChanged(now, before));
    }

    private static boolean holds(Field.Condition condition, @Nullable Object value) {
        return value != null && condition.values().contains(value);
    }

    private boolean isChanged(Function<String, @Nullable Object> now, Function<String, @Nullable Object> before) {
        for (String key : onChange) {
            if (!Objects.equals(before.apply(key), now.apply(key))) {
                return true;
            }
        }
        return false;
    }
}
