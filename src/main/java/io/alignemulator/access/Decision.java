package io.alignemulator.access;

import io.alignemulator.rules.RuleId;
import java.util.List;
import java.util.Locale;

/**
 * What a user may do, and why not.
 *
 * @param outcome the shape of the answer
 * @param rule the rule that decided
 * @param reason a sentence for people; empty when allowed
 * @param toggles the pages or actions of the role, one of which would help
 * @param memberships the teams, one of which the user would have to be a member of
 */
public record Decision(
        Outcome outcome, RuleId rule, String reason, List<String> toggles, List<Membership> memberships) {

    public static final Decision ALLOWED = new Decision(Outcome.ALLOWED, RuleId.ACCS_01, "", List.of(), List.of());

    /** The shapes in which the real server refuses. */
    public enum Outcome {
        ALLOWED,

        /** The role lacks the page or the action: 403, list and item alike. */
        PAGE_CLOSED,

        /** No membership reaches the record: left out of lists, 404 by id, an invalid value as a reference. */
        OUT_OF_SCOPE,

        /** A membership lets the user read the record, none lets the user write it: 403 (inferred). */
        READ_ONLY;

        /** As it is told to people, e.g. "page closed". */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A team whose members may do it. */
    public record Membership(long teamId, String teamName) {}

    public boolean isAllowed() {
        return outcome == Outcome.ALLOWED;
    }

    static Decision pageClosed(RuleId rule, String reason, List<String> toggles) {
        return new Decision(Outcome.PAGE_CLOSED, rule, reason, toggles, List.of());
    }
}
