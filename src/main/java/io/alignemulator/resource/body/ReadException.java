package io.alignemulator.resource.body;

/** A body cannot be read on: the sentence that the framework says, place included. It is an answer rather than a fault, so it carries no stack trace. */
final class ReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadException(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
