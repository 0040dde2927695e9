package io.alignemulator.query;

import io.alignemulator.query.parse.Grammar;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a site reads its filters.
 *
 * @param grammar what the language takes
 * @param dates how a date of a record compares with a time in a filter (rule FILT-03)
 * @param nulls what comes of comparing null (rule FILT-06)
 * @param numbersAsText whether a bare number beside a text stands for its own spelling (rule FILT-04)
 * @param everyFunction whether the functions that the parser knows and the server refuses are answered (rule FILT-08)
 * @param now the moment of the call, asked for by a filter that speaks of it
 * @param aliases values of {@code @p}, by the name with its sign
 */
public record QueryDialect(
        Grammar grammar,
        DateComparison dates,
        NullComparison nulls,
        boolean numbersAsText,
        boolean everyFunction,
        Supplier<Instant> now,
        Map<String, String> aliases) {

    /** Every setting at its default, at the beginning of time. */
    public static final QueryDialect DEFAULT = new QueryDialect(
            Grammar.STANDARD, DateComparison.DAY, NullComparison.SQL, true, false, () -> Instant.EPOCH, Map.of());
}
