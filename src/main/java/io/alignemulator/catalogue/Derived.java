package io.alignemulator.catalogue;

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

    /** A named rule; {@code over} ("Story.releaseVehicleIds", or empty) names the records whose changes reach this one. */
    record Named(String rule, String over) implements Derived {}
}
