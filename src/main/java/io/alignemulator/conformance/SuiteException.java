package io.alignemulator.conformance;

/** The files of the suite, or what it was told on the command line, cannot be used. */
public final class SuiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SuiteException(String message) {
        super(message);
    }
}
