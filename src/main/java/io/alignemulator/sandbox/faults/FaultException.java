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

    /** Where nothing that was written is wrong; what is in its way continues the sentence. */
    public FaultException(String inTheWay) {
        super("The fault is refused: " + inTheWay, null, false, false);
        this.mistakes = List.of();
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
