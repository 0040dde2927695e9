package io.alignemulator.settings;

/** Settings of the query language, where sites and generations of the framework differ. They stand in {@link Settings#ALL} like all others. */
public final class QuerySettings {

    /** Whether query options work without their dollar sign. */
    public enum UndollaredOptions {
        HONOUR,
        IGNORE
    }

    /** What a query option with a dollar sign that the API does not know leads to. */
    public enum UnknownOptions {
        REFUSE,
        IGNORE
    }

    /** What a text beside a bare number in a filter is. */
    public enum TextNumberComparison {
        TEXT,
        REFUSE
    }

    /** What the operator {@code in} of a filter leads to. */
    public enum InOperator {
        REFUSE,
        ACCEPT
    }

    /** How comparisons in a filter treat null. */
    public enum NullComparisons {
        SQL,
        MEMORY
    }

    public static final Setting<UndollaredOptions> UNDOLLARED_OPTIONS = Setting.choice(
            "undollared-options",
            UndollaredOptions.class,
            UndollaredOptions.HONOUR,
            "Whether query options work without the dollar sign, which the vendor does not guarantee, or do nothing.",
            "LIST-05");
    public static final Setting<UnknownOptions> UNKNOWN_OPTIONS = Setting.choice(
            "unknown-options",
            UnknownOptions.class,
            UnknownOptions.REFUSE,
            "What $search, $apply, $compute, $expand and unknown options with a dollar sign lead to: 400, or nothing.",
            "LIST-09");
    public static final Setting<TextNumberComparison> TEXT_NUMBER_COMPARISON = Setting.choice(
            "text-number-comparison",
            TextNumberComparison.class,
            TextNumberComparison.TEXT,
            "Whether a bare number beside a text in $filter counts as a text or is refused.",
            "FILT-04");
    public static final Setting<InOperator> IN_OPERATOR = Setting.choice(
            "in-operator", InOperator.class, InOperator.REFUSE, "Whether $filter takes in (...).", "FILT-05");
    public static final Setting<NullComparisons> NULL_COMPARISON = Setting.choice(
            "null-comparison",
            NullComparisons.class,
            NullComparisons.SQL,
            "Whether ne and not let records with null through, as a database does, or leave them out, as objects in memory do.",
            "FILT-06");

    private QuerySettings() {}
}
