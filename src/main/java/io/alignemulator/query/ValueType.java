package io.alignemulator.query;

/** The types that the query language tells apart. */
public enum ValueType {
    /** A {@link String}. */
    TEXT("a text"),
    /** A {@link Long} or a {@link Double}. */
    NUMBER("a number"),
    /** A {@link Boolean}. The 0/1 flags of the API are numbers, not booleans. */
    BOOLEAN("a boolean"),
    /** A {@link java.time.Instant}. */
    DATE("a date"),
    /** A nested record, opaque but for its {@link Shape}. */
    OBJECT("an object"),
    /** A {@link java.util.List} of scalars, or of nested records of one {@link Shape}. */
    COLLECTION("a collection");

    private final String phrase;

    ValueType(String phrase) {
        this.phrase = phrase;
    }

    /** The type as it is spelled in an error sentence, article included. */
    String phrase() {
        return phrase;
    }

    boolean scalar() {
        return this != OBJECT && this != COLLECTION;
    }
}
