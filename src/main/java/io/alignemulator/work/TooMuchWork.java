package io.alignemulator.work;

/** A call that takes more work than it may, or whose answer nobody waits for. The message is a sentence. */
public final class TooMuchWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchWork(String sentence) {
        super(sentence, null, false, false);
    }

    /** What is told to whoever is still there. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
