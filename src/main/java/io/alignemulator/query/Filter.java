package io.alignemulator.query;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A {@code $filter}: an immutable predicate on records, parsed once and safe to use from many threads.
 *
 * <p>How it works. The {@link Lexer} cuts the text into tokens. The {@link Parser} builds the syntax tree
 * ({@link Expression}) by recursive descent; chains of {@code and} and {@code or} become one node each, however long, and
 * everything else that nests is counted, so the depth of the tree, and with it every later recursion, is bounded. The
 * {@link Checker} turns the syntax tree into a typed tree of {@link Condition}s (which hold or do not) and
 * {@link Operand}s (which have a value): names become {@link Property}s, literals take the type of what they are compared
 * with, and equalities on one operand within an {@code or} melt into one set. Evaluation is a walk over the typed tree.
 * The {@link LookupFinder} reads from the same tree which equalities an index could answer.
 *
 * <p>Rules FILT.
 */
public final class Filter {
    /** The longest filter that is read, in characters. */
    public static final int MAXIMUM_LENGTH = 32_768;

    private final Condition condition;

    private Filter(Condition condition) {
        this.condition = condition;
    }

    /**
     * Reads a filter on records of that shape.
     *
     * @param text decoded, without {@code $filter=}
     * @throws QueryException on a syntax error, an unknown property or function, types that do not go together, or a
     *     filter that is too long or nested too deeply
     */
    public static Filter parse(String text, Shape shape, DateComparison dates) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new QueryException("The filter is longer than " + MAXIMUM_LENGTH + " characters.");
        }
        Expression written = Parser.parse(text);
        return new Filter(new Checker(Names.of(shape), dates).condition(written));
    }

    /** Whether the record satisfies the filter; the record is what the readers of the shape expect. */
    public boolean test(Object record) {
        return condition.test(Scope.of(record));
    }

    /**
     * Equalities that every matching record satisfies, for use of an index.
     *
     * @param indexed the record's own properties that have an index
     */
    public Optional<Lookup> lookup(Predicate<Property> indexed) {
        return new LookupFinder(indexed).find(condition);
    }
}
