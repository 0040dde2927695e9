package io.alignemulator.query;

/** What a filter relies on that another site may not grant. */
public enum Habit {
    /** A text compared with a bare number (rule FILT-04). */
    TEXT_AND_NUMBER,
    /** The operator {@code in} (rule FILT-05). */
    IN,
    /** A time of day beside a date, which is ignored (rule FILT-03). */
    IGNORED_TIME,
    /** What {@code ne} and {@code not} do with null (rule FILT-06). */
    NULL,
    /** Arithmetic and functions beyond those that the vendor's pages show (rule FILT-08). */
    FUNCTION
}
