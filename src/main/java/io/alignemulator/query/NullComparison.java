package io.alignemulator.query;

import io.alignemulator.query.parse.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What comes of comparing null (rule FILT-06). */
public enum NullComparison {
    /** As the framework asks a database: null differs from every value, two nulls are equal, and null is neither greater nor less. */
    SQL,
    /** As the framework compares objects in memory: the answer is unknown, which neither it nor its contrary makes true. */
    MEMORY;

    /** One side is null. */
    @Nullable
    Boolean withOne(BinaryOperator operator) {
        return this == SQL ? (Boolean) (operator == BinaryOperator.NE) : null;
    }

    /** Both sides are null. */
    @Nullable
    Boolean withTwo(BinaryOperator operator) {
        return this == SQL ? (Boolean) (operator == BinaryOperator.EQ) : null;
    }
}
