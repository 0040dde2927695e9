package io.alignemulator.client;

/** The emulator does not do what it was asked to; the message says why. */
public final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    ControlException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of the control API's answer; 0 when there was none. */
    public int status() {
        return status;
    }
}
