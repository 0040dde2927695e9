package io.alignemulator.query.parse;

import java.util.Optional;

/** The operators between two values, with the names that error sentences give them. Words stand in any case (rule FILT-07). */
public enum BinaryOperator {
    EQ("eq", "Equal", Level.COMPARISON),
    NE("ne", "NotEqual", Level.COMPARISON),
    GT("gt", "GreaterThan", Level.COMPARISON),
    GE("ge", "GreaterThanOrEqual", Level.COMPARISON),
    LT("lt", "LessThan", Level.COMPARISON),
    LE("le", "LessThanOrEqual", Level.COMPARISON),
    HAS("has", "Has", Level.COMPARISON),
    ADD("add", "Add", Level.SUM),
    SUB("sub", "Subtract", Level.SUM),
    MUL("mul", "Multiply", Level.PRODUCT),
    DIV("div", "Divide", Level.PRODUCT),
    MOD("mod", "Modulo", Level.PRODUCT);

    /** How strongly an operator binds, the weakest first. Below all of them are {@code and} and {@code or}. */
    public enum Level {
        COMPARISON,
        SUM,
        PRODUCT
    }

    private final String word;
    private final String kind;
    private final Level level;

    BinaryOperator(String word, String kind, Level level) {
        this.word = word;
        this.kind = kind;
        this.level = level;
    }

    static Optional<BinaryOperator> of(SyntaxToken token, Level level) {
        for (BinaryOperator operator : values()) {
            if (operator.level == level && token.isWord(operator.word)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** Whether the result of a comparator satisfies the comparison. */
    public boolean accepts(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            default -> throw new IllegalStateException(this + " compares nothing");
        };
    }

    public boolean equality() {
        return this == EQ || this == NE;
    }

    public boolean comparison() {
        return level == Level.COMPARISON;
    }

    public String word() {
        return word;
    }

    /** What the framework calls it. */
    public String kind() {
        return kind;
    }
}
