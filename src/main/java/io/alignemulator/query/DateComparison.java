package io.alignemulator.query;

/** How a date of a record is compared with a date literal of a filter. */
public enum DateComparison {
    /** By the day in UTC; the literal's time of day is ignored (rule FILT-03). */
    DAY,
    /** By the instant, as plain OData does. */
    INSTANT
}
