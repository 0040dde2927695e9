package io.alignemulator.conformance;

/** How a client under judgement says that it did not do what it was asked to. */
public final class ClientFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status of the answer; 0 when there was none
     * @param message what the client tells its caller
     */
    public ClientFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
