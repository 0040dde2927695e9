package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.util.List;
import java.util.OptionalInt;

/** What a call would be told, and why. */
@Doc("What a call would be told, and why")
public record AccessExplanation(
        @Doc("Id of the user") long user,
        @Doc("As asked") String verb,
        @Doc("As asked") String path,
        @Doc("allowed, forbidden, invisible, ...") String decision,

        @Doc("Of the answer; left out where it depends on what is sent")
        OptionalInt status,

        @Doc("The rule that decides") String rule,
        @Doc("A sentence") String reason,
        @Doc("What the role of the user lacks") List<String> missingToggles,

        @Doc("Teams of which any would be enough; the first hundred")
        List<Membership> missingMemberships) {

    public AccessExplanation {
        missingToggles = Limits.list(missingToggles);
        missingMemberships = Limits.list(missingMemberships);
    }

    /** A team that the user is no member of. */
    @Doc("A team that the user is no member of")
    public record Membership(
            @Doc("Of the team") long teamId,
            @Doc("Of the team") String teamName) {}
}
