package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import java.util.List;

/** What the calls of a sandbox say until now of the client that made them. */
@Doc(
        "What the calls of a sandbox say until now of the client that made them, by the requirements of the conformance suite")
public record ClientVerdicts(
        @Doc("Version of the suite") int version,

        @Doc("Why nothing can be said of the client; empty when something can")
        String unjudged,

        @Doc("Remarks on what was judged, a sentence each") List<String> remarks,

        @Doc("Ids of the requirements that the client does not meet")
        List<String> failed,

        @Doc("Every requirement, in the order of the suite") List<Verdict> verdicts) {

    /** How a client does by one requirement. */
    @Doc("How a client does by one requirement")
    public record Verdict(
            @Doc("Permanent id of the requirement") String id,

            @Doc("How much depends on it: MUST, SHOULD or MAY")
            String level,

            @Doc("What a client has to do, in one sentence") String says,

            @Doc("The rule of the site that makes it so") String rule,

            @Doc("passed, failed, or not exercised: nothing happened that it speaks of")
            String state,

            @Doc("Where it is not met") List<Failure> failures) {}

    /** Where a requirement is not met. */
    @Doc("Where a requirement is not met")
    public record Failure(
            @Doc("What was expected and what was found") String expected,

            @Doc("The exchanges that show it, as text") List<String> calls) {}
}
