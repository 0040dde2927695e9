package io.alignemulator.catalogue;

import io.alignemulator.rules.RuleId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of a resource or of a nested model.
 *
 * @param name key as the API prints it
 * @param position place among the fields of its resource or model; also the place of its value in a row
 * @param nullable whether null is a legal value
 * @param write who may set it
 * @param fallback value that a create gets when the key is missing; null when there is none
 * @param allowed the values of a closed list; empty when any value is taken
 * @param labels what the values of a list mean, by value as text
 * @param pattern regular expression that a string must match
 * @param requiredWhen required only when another field holds one of these values
 * @param computedBy the rule that computes it, where that can be switched: with the rule off the field reads as {@link #uncomputed()}
 */
public record Field(
        String name,
        int position,
        FieldType type,
        boolean nullable,
        Write write,
        Set<Trait> traits,
        @Nullable Object fallback,
        List<Object> allowed,
        Map<String, String> labels,
        Optional<String> pattern,
        Optional<Reference> reference,
        Optional<Derived> derived,
        Optional<Condition> requiredWhen,
        Optional<RuleId> computedBy) {

    /** Who may set a field. A write that may not set it is ignored, never refused (rule WRIT-29). */
    public enum Write {
        ALWAYS,
        ON_CREATE,
        NEVER
    }

    /** Single properties of a field; the names are those of the {@code x-} keys of the catalogue files. */
    public enum Trait {
        REQUIRED,
        REQUIRED_ON_CREATE,
        REQUIRED_OPTION,
        WRITE_ONLY,
        DEFAULT_NOW,
        DEFAULT_TODAY,
        DEFAULT_NEXT,
        OWNER,
        UNIQUE,
        INDEX,
        HIDDEN,
        OMIT_WHEN_NULL,
        NULL_IN_LIST,
        STORED
    }

    /** Another field and the values of it that count. */
    public record Condition(String field, List<Object> values) {}

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether an answer holds the key. */
    public boolean isPrinted() {
        return !is(Trait.HIDDEN) && !is(Trait.WRITE_ONLY);
    }

    public boolean isArray() {
        return type.isArray();
    }

    /** What the field of a new record holds before anybody sets it: a time where that is the default, else {@link #unset()}. */
    public @Nullable Object initial(Instant now) {
        if (is(Trait.DEFAULT_TODAY)) {
            return now.truncatedTo(ChronoUnit.DAYS);
        }
        return is(Trait.DEFAULT_NOW) ? now : unset();
    }

    /** Whether a new record gets the time of its creation here, or the day. */
    public boolean startsAtATime() {
        return is(Trait.DEFAULT_NOW) || is(Trait.DEFAULT_TODAY);
    }

    /** What the field holds when nobody has set it: its default, an empty array where null is not legal, else null. */
    public @Nullable Object unset() {
        if (fallback != null) {
            return fallback;
        }
        return isArray() && !nullable ? List.of() : null;
    }

    /** What the field reads as when nobody has computed it: what nobody has set, and nothing of its type where that would be null without being legal. */
    public @Nullable Object uncomputed() {
        Object unset = unset();
        if (unset != null || nullable) {
            return unset;
        }
        return switch (type.kind()) {
            case INTEGER -> 0L;
            case NUMBER -> 0.0;
            case BOOLEAN -> false;
            case STRING -> "";
            default -> null;
        };
    }

    /** Whether it follows from other fields and nobody writes it. */
    public boolean isComputed() {
        return derived.isPresent() && write == Write.NEVER;
    }

    /** By the name: one that went through everything that is known of a field would be most of what a write costs. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
