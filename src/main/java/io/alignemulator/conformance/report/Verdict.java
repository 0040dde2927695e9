package io.alignemulator.conformance.report;

import io.alignemulator.conformance.suite.Requirement;
import java.util.List;
import java.util.Locale;

/**
 * How a client does by one requirement.
 *
 * @param reason of a skip
 * @param failures where it fails
 */
public record Verdict(Requirement requirement, State state, String reason, List<Failure> failures) {

    /** What it comes to. */
    public enum State {
        PASSED,
        FAILED,
        /** Nothing happened that it speaks of. */
        NOT_EXERCISED,
        /** The client does not do what it is about. */
        SKIPPED;

        /** As reports write it: not exercised. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Where a requirement is not met.
     *
     * @param scenario name; empty for a client that was only observed
     * @param expected what was expected and what was found
     * @param calls the exchanges that show it, for people
     */
    public record Failure(String scenario, String expected, List<String> calls) {}

    public boolean failed() {
        return state == State.FAILED;
    }
}
