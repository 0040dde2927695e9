package io.alignemulator.resource.body.token;

/** A body cannot be read on: the sentence that the framework says, place included. It is an answer rather than a fault, so it carries no stack trace. */
public final class ReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadException(String sentence) {
        super(sentence, null, false, false);
    }

    /** What the framework says. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
