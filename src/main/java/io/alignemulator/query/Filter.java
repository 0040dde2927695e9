package io.alignemulator.query;

import io.alignemulator.query.parse.Expression;
import io.alignemulator.query.parse.Parser;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.work.Work;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A {@code $filter}: an immutable predicate on records, parsed once and safe to use from many threads.
 *
 * <p>How it works. The {@link Parser} cuts the text into tokens and builds the syntax tree ({@link Expression}) by recursive descent; chains of {@code and} and {@code or} become
 * one node each, however long, and everything else that nests is counted, so the depth of the tree, and with it every later recursion, is bounded. The {@link FilterBinder} turns the
 * syntax tree into a typed tree of {@link Operand}s, some of which are {@link Condition}s: names become {@link Property}s, calls get the signature that fits, literals take the type
 * of what they are compared with, equalities on one operand within an {@code or} melt into one set. Evaluation is a walk over the typed tree. The {@link LookupFinder} reads from
 * the same tree which equalities an index could answer.
 *
 * <p>Rules FILT.
 */
public final class Filter {
    /** The longest filter that is read, in characters. */
    public static final int MAXIMUM_LENGTH = 32_768;

    private final Operand condition;
    private final Set<Habit> habits;

    private Filter(Operand condition, Set<Habit> habits) {
        this.condition = condition;
        this.habits = habits;
    }

    /**
     * Reads a filter on records of that shape.
     *
     * @param text decoded, without {@code $filter=}
     * @throws QueryException on a syntax error, an unknown property or function, types that do not go together, or a filter that is too long or nested too deeply
     */
    public static Filter parse(String text, EntityType shape, QueryDialect dialect) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new QueryException(
                    QueryException.Ground.BOUND, "The filter is longer than " + MAXIMUM_LENGTH + " characters.");
        }
        FilterBinder binder = new FilterBinder(shape, dialect);
        Operand condition = binder.filter(Parser.parse(text, dialect.grammar()));
        return new Filter(condition, Set.copyOf(binder.habits()));
    }

    /** Whether the record satisfies the filter; the record is what the readers of the shape expect. */
    public boolean test(Object record) {
        return test(record, Work.unbounded());
    }

    /**
     * The same, counted.
     *
     * @throws io.alignemulator.work.TooMuchWork when it takes too many steps
     */
    public boolean test(Object record, Work work) {
        work.add(1);
        return Boolean.TRUE.equals(condition.value(EvaluationScope.of(record, work)));
    }

    /** What it relies on that another site may not grant. */
    public Set<Habit> habits() {
        return habits;
    }

    /**
     * Equalities that every matching record satisfies, for use of an index.
     *
     * @param indexed the record's own properties that have an index
     */
    public Optional<Lookup> lookup(Predicate<Property> indexed) {
        return new LookupFinder(indexed).find(condition);
    }

    /** A part that a text of every matching record holds, for use of the texts of all records. */
    public Optional<TextPart> textPart() {
        return TextPart.find(condition);
    }

    /** Where every matching record stands in the order of one of its properties, for use of such an order. */
    public Optional<Range> range() {
        return RangeFinder.find(condition);
    }
}
