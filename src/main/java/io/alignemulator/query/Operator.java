package io.alignemulator.query;

import java.util.Optional;

/** The comparison operators. */
enum Operator {
    EQ("eq", false, true, false),
    NE("ne", true, false, true),
    GT("gt", false, false, true),
    GE("ge", false, true, true),
    LT("lt", true, false, false),
    LE("le", true, true, false);

    private final String word;
    private final boolean less;
    private final boolean equal;
    private final boolean greater;

    Operator(String word, boolean less, boolean equal, boolean greater) {
        this.word = word;
        this.less = less;
        this.equal = equal;
        this.greater = greater;
    }

    /** OData's keywords are lower case; any other spelling is refused, which shows a client's mistake. */
    static Optional<Operator> of(String word) {
        for (Operator operator : values()) {
            if (operator.word.equals(word)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** Whether the result of a comparator satisfies the operator. */
    boolean accepts(int order) {
        return order == 0 ? equal : order < 0 ? less : greater;
    }

    boolean equality() {
        return this == EQ || this == NE;
    }

    String word() {
        return word;
    }
}
