package io.alignemulator.query.value;

/**
 * A query option that the server refuses. Its reason is one sentence in the framework's words, fit to stand in the answer's body (rule FILT-11); the hint is the emulator's own
 * and goes where the real server says nothing.
 */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 2_000;

    /** Which rule refuses. */
    public enum Ground {
        /** The text is no option of that kind, or names what is not there. */
        MALFORMED,
        /** A function or an operator that the server does not know or that its database cannot do (rule FILT-08). */
        FUNCTION,
        /** A date in a form that the server does not take (rule FILT-09). */
        DATE,
        /** Nested too deeply (rule FILT-10). */
        DEPTH,
        /** What is not defined for the literal null (rule FILT-06). */
        NULL,
        /** Texts and numbers (rule FILT-04). */
        TEXT_AND_NUMBER,
        /** The operator {@code in} (rule FILT-05). */
        IN,
        /** What only {@code $orderby} and {@code $select} refuse (rule LIST-12). */
        ORDER,
        /** The emulator's own bound (rule EMUL-17). */
        BOUND
    }

    private final Ground ground;
    private final String hint;

    private QueryException(Ground ground, String reason, String hint) {
        super(reason, null, false, false);
        this.ground = ground;
        this.hint = hint;
    }

    /** With a complete sentence as reason; it carries no stack trace, for it tells of the client's fault, not of ours. */
    public QueryException(String reason) {
        this(Ground.MALFORMED, reason, "");
    }

    public QueryException(Ground ground, String reason) {
        this(ground, reason, "");
    }

    /** The same with a sentence that helps, which the real server does not say. */
    public QueryException hint(String sentence) {
        return new QueryException(ground, reason(), sentence);
    }

    /** Why the option is refused, as a sentence with its full stop. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What may help, as a sentence, or an empty text. */
    public String hint() {
        return hint;
    }

    /** Which rule refuses. */
    public Ground ground() {
        return ground;
    }

    /** {@code {what} at position {position} in '{text}'.} The position counts characters from 0. */
    public static QueryException at(String what, int position, String text) {
        return new QueryException(what + " at position " + position + " in '" + shortened(text) + "'.");
    }

    /** The position counts characters from 0. */
    public static QueryException syntax(String text, int position) {
        return at("Syntax error", position, text);
    }

    /** A name that a type lacks. */
    public static QueryException unknownProperty(String name, String type) {
        return new QueryException("Could not find a property named '" + shortened(name) + "' on type '" + type + "'.");
    }

    /** What parses and cannot be said in SQL. */
    public static QueryException untranslatable(String expression) {
        return new QueryException(
                Ground.FUNCTION,
                "The LINQ expression 'DbSet<Row>() .Where(r => " + expression + ")' could not be translated.");
    }

    /** The text, or its beginning with an ellipsis, in 2,000 characters at most. */
    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
    }
}
