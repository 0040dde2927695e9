package io.alignemulator.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * An object that {@code expand=true} adds.
 *
 * @param key key of the added object
 * @param from key of this record that holds the id(s), or {@code Resource.field} for a reverse link
 * @param resources resources that the object may come from; empty when no collection is behind it
 * @param model vendor's model of the added object; decides which of its fields are printed
 * @param many an array of objects
 * @param replaces the id key vanishes when the object is added
 * @param nullWhenEmpty an empty array prints as {@code [null]} (observed on epics)
 * @param shortForm keys that are printed of the added record; empty for its whole plain form
 */
public record Expansion(
        String key,
        String from,
        List<String> resources,
        String model,
        boolean many,
        boolean replaces,
        boolean nullWhenEmpty,
        List<String> shortForm) {

    /** The field of another resource that links back, for reverse expansions. */
    public Optional<Derived.Reverse> reverse() {
        int dot = from.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(new Derived.Reverse(from.substring(0, dot), from.substring(dot + 1)));
    }
}
