package io.alignemulator.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the value of a computed field follows from other fields; kept up to date by every write. */
public sealed interface Derived {

    /** The ids of the records of {@code resource} whose {@code field} names this record: links are written on the child. */
    record Reverse(String resource, String field) implements Derived {}

    /** The number of elements of a sibling array. */
    record Count(String array) implements Derived {}

    /** The value of {@code target} on the record that the sibling {@code reference} names. */
    record Echo(String reference, String target) implements Derived {}

    /** A boolean that mirrors a sibling 0/1 column. */
    record Mirror(String flag) implements Derived {}

    /** 1 while the sibling {@code field} holds {@code value}, else 0. */
    record When(String field, long value) implements Derived {}

    /**
     * Computed by a kind that the catalogue parameterises.
     *
     * @param parameters keys that the kind computes from, by the name of the parameter
     * @param source resource whose changes reach the field; empty when it hangs on its own record only
     * @param over field of the source that names the records to compute anew
     * @param follows path in the computed record that names records of the source
     */
    record Computed(
            String kind,
            Map<String, List<String>> parameters,
            String source,
            Optional<String> over,
            Optional<String> follows)
            implements Derived {}
}
