package io.alignemulator.control.bind;

import io.alignemulator.protocol.json.Mistake;
import java.util.List;

/** A call of the control API that cannot be done; the message is for its caller. */
public final class ControlCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public ControlCallException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** What was sent is refused, with everything that is wrong with it. */
    public static ControlCallException refusing(List<Mistake> mistakes) {
        return new ControlCallException(400, Mistake.text(mistakes));
    }

    /** What was sent is refused for one value. */
    public static ControlCallException refusing(Mistake mistake) {
        return refusing(List.of(mistake));
    }

    public int status() {
        return status;
    }
}
