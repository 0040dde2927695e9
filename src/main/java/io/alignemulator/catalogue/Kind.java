package io.alignemulator.catalogue;

/** The JSON kind of a field, with date-times told apart from other strings because they compare and print differently. */
public enum Kind {
    INTEGER,
    NUMBER,
    STRING,
    BOOLEAN,
    DATE_TIME,
    OBJECT,
    ARRAY
}
