package io.alignemulator.access;

import io.alignemulator.rules.RuleSwitches;
import io.alignemulator.settings.Settings;

/**
 * What the evidence on roles and scope leaves open.
 *
 * @param agileTeamsWriteProgram whether members of an agile team may write what belongs to their program, not only what belongs to their team
 * @param strictScope whether records that a published probe showed to a user without teams are scoped all the same
 * @param rules the rules of access that a site has switched
 */
public record AccessOptions(boolean agileTeamsWriteProgram, boolean strictScope, RuleSwitches rules) {

    public static AccessOptions of(Settings settings) {
        return new AccessOptions(
                settings.get(Settings.AGILE_TEAM_WRITES) == Settings.AgileTeamWrites.PROGRAM,
                settings.get(Settings.STRICT_SCOPE),
                settings.get(Settings.RULES));
    }
}
