package io.alignemulator.sandbox.faults;

import java.util.List;
import java.util.stream.Collectors;

/** A fault that is refused; the message lists every mistake, one a line. */
public final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    public FaultException(List<Mistake> mistakes) {
        super(
                "The fault is refused: "
                        + (mistakes.size() == 1
                                ? mistakes.get(0).toString()
                                : mistakes.size() + " mistakes"
                                        + mistakes.stream().map(m -> "\n  " + m).collect(Collectors.joining())),
                null,
                false,
                false);
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer into the fault, empty for the fault itself
     * @param value what stands there, shortened; empty when nothing does
     * @param reason why it is wrong, and what is known instead
     */
    public record Mistake(String pointer, String value, String reason) {

        private static final int LONGEST_VALUE = 80;

        public Mistake {
            value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
        }

        @Override
        public String toString() {
            return (pointer.isEmpty() ? "" : pointer + ": ") + (value.isEmpty() ? "" : value + " ") + reason;
        }
    }
}
