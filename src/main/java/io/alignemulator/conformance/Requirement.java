package io.alignemulator.conformance;

import java.util.List;

/**
 * What a client has to do.
 *
 * @param id permanent, {@code AREA-NN}
 * @param says one sentence
 * @param evidence the rule of the real site that makes it so
 * @param passive conditions that judge it on traffic alone, so also on a client that is only observed
 * @param everywhere whether they do so in the scenarios of other requirements too
 */
public record Requirement(
        String id, Level level, String says, String evidence, List<Condition> passive, boolean everywhere) {

    /** How much depends on it, as in RFC 2119. */
    public enum Level {
        MUST,
        SHOULD,
        MAY
    }

    static Requirement read(Params params) {
        params.only("id", "level", "says", "evidence", "passive", "everywhere");
        return new Requirement(
                params.text("id"),
                Level.valueOf(params.text("level")),
                params.text("says"),
                params.text("evidence"),
                params.list("passive").stream()
                        .map(each -> Conditions.read(params.place(), each))
                        .toList(),
                params.flag("everywhere"));
    }
}
