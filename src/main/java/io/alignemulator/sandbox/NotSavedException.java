package io.alignemulator.sandbox;

/** Something could not be saved, so it has not happened; the message says why, without its full stop. */
public final class NotSavedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSavedException(Throwable reason) {
        super(String.valueOf(reason.getMessage()), reason);
    }

    /** For whoever asked. */
    public String sentence() {
        return getMessage() + "; nothing was changed.";
    }
}
