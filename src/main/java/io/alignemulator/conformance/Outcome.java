package io.alignemulator.conformance;

import java.util.List;

/** What a condition comes to. */
sealed interface Outcome {

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
    record Failed(String reason, List<Call> calls) implements Outcome {}

    static Outcome failed(String reason, Call... calls) {
        return new Failed(reason, List.of(calls));
    }

    /** Passed unless a reason is given. */
    static Outcome of(boolean holds, String reason) {
        return holds ? PASSED : failed(reason);
    }
}
