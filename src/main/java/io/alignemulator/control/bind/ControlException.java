package io.alignemulator.control.bind;

/** A call of the control API that cannot be done; the message is for its caller. */
public final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public ControlException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
