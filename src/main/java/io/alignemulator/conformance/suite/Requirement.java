package io.alignemulator.conformance.suite;

import io.alignemulator.conformance.judge.Check;
import java.util.List;

/**
 * What a client has to do.
 *
 * @param id permanent, {@code AREA-NN}
 * @param says one sentence
 * @param evidence the rule of the real site that makes it so
 * @param passive checks that judge it on traffic alone, so also on a client that is only observed
 * @param everywhere whether they do so in the scenarios of other requirements too
 */
public record Requirement(
        String id, Level level, String says, String evidence, List<Check> passive, boolean everywhere) {

    /** How much depends on it, as in RFC 2119. */
    public enum Level {
        MUST,
        SHOULD,
        MAY
    }

    public Requirement {
        passive = passive == null ? List.of() : List.copyOf(passive);
    }

    /** In one line, for people. */
    public String line() {
        return id + " " + level + ": " + says;
    }
}
