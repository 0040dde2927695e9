package io.alignemulator.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field that names other records.
 *
 * @param targets where the named record may live; several when any of them may hold it, the first that does wins
 * @param none values that mean "no record" although they are not null (0, or -1 for the team of a program)
 * @param mustBeActive whether the record has to be active (a deactivated owner, an inactive theme are refused)
 * @param chosenBy another field decides which target is meant
 */
public record Reference(List<Target> targets, List<Object> none, boolean mustBeActive, Optional<Choice> chosenBy) {

    /**
     * A place to look a value up.
     *
     * @param resource resource name
     * @param path {@code id}, {@code uid}, or a path into nested objects ({@code processSteps.id})
     */
    public record Target(String resource, String path) {

        static Target of(String text) {
            int dot = text.indexOf('.');
            return new Target(text.substring(0, dot), text.substring(dot + 1));
        }
    }

    /**
     * The field whose value picks the target.
     *
     * @param resources the resource that each value stands for
     * @param other the resource that all other values stand for; empty for none
     */
    public record Choice(String field, Map<Long, String> resources, Optional<String> other) {

        /** The resource that a value stands for; empty when it stands for none. */
        public Optional<String> resource(Long value) {
            return Optional.ofNullable(resources.get(value)).or(() -> other);
        }
    }
}
