package io.alignemulator.query.parse;

/**
 * What a site's query language takes.
 *
 * @param in whether there is an operator {@code in} (rule FILT-05)
 * @param zoneless whether a time without a zone is one in UTC, instead of being refused (rule FILT-09)
 * @param depth how deep the framework may go: a pair of parentheses counts 8, {@code not} and the minus 1 (rule FILT-10)
 */
public record Grammar(boolean in, boolean zoneless, int depth) {
    /** The framework's own bound. */
    public static final int DEPTH = 800;

    /** The bound where rule FILT-10 is off: what the stack bears with ease. */
    public static final int WIDE_DEPTH = 1_600;

    public static final Grammar STANDARD = new Grammar(false, false, DEPTH);
}
