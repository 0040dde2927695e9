package io.alignemulator.sandbox.faults;

import io.alignemulator.protocol.json.Mistake;
import java.util.List;

/** A fault that is refused; the message lists every mistake, one a line. */
public final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    public FaultException(List<Mistake> mistakes) {
        super("The fault is refused: " + Mistake.text(mistakes), null, false, false);
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
