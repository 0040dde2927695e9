package io.alignemulator.conformance.judge;

import java.util.List;

/** What a check comes to. */
public sealed interface Outcome {

    Outcome PASSED = new Passed();
    Outcome UNTOUCHED = new Untouched();

    /** It holds. */
    record Passed() implements Outcome {}

    /** Nothing happened that it speaks of. */
    record Untouched() implements Outcome {}

    /**
     * It does not hold.
     *
     * @param reason what was expected and what was found, one sentence
     * @param calls where it shows
     */
    record Failed(String reason, List<ObservedCall> calls) implements Outcome {}

    static Outcome failed(String reason, ObservedCall... calls) {
        return new Failed(reason, List.of(calls));
    }

    /** Passed unless it does not hold, for the given reason. */
    static Outcome of(boolean holds, String reason) {
        return holds ? PASSED : failed(reason);
    }
}
