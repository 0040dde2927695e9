package io.alignemulator.query;

/** A query option that the server refuses. Its reason is one sentence, fit to stand in the answer's body. */
public final class QueryException extends RuntimeException {
    private static final int SHOWN = 60;

    private final String reason;

    /** With a complete sentence as reason; it carries no stack trace, for it tells of the client's fault, not of ours. */
    public QueryException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Why the option is refused, as a sentence with its full stop. */
    public String reason() {
        return reason;
    }

    /** The position counts characters from 0. */
    static QueryException syntax(String text, int position) {
        return new QueryException("Syntax error at position " + position + " in '" + shortened(text) + "'.");
    }

    static QueryException unknownProperty(String name) {
        return new QueryException("Could not find a property named '" + shortened(name) + "'.");
    }

    /** The text, or its beginning with an ellipsis, in 60 characters at most. */
    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
    }
}
