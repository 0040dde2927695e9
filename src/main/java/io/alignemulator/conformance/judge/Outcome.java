package io.alignemulator.conformance.judge;

import java.util.List;
import java.util.Optional;

/** What a check comes to. */
public sealed interface Outcome {

    /** How many of the occasions on which something does not hold are shown. */
    int SHOWN = 3;

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

    /** Fails when there is an occasion on which it does not hold; the first three are shown, each by its calls. */
    static Optional<Outcome> failedWhere(String reason, List<List<ObservedCall>> occasions) {
        return occasions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failed(
                        occasions.size() == 1 ? reason : reason + " (" + occasions.size() + " times not so)",
                        occasions.stream()
                                .limit(SHOWN)
                                .flatMap(List::stream)
                                .distinct()
                                .toList()));
    }

    /** Passed unless it does not hold, for the given reason. */
    static Outcome of(boolean holds, String reason) {
        return holds ? PASSED : failed(reason);
    }
}
