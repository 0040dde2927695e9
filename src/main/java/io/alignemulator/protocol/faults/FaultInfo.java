package io.alignemulator.protocol.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.json.Doc;

/** A fault of a sandbox, and how often it matched and acted. */
@Doc("A fault of a sandbox")
public record FaultInfo(
        @Doc("Counts from 1") long id,
        @Doc("Which calls") CallMatcher match,
        @Doc("What happens to them") Effect effect,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Doc("For people")
        String description,

        @Doc("Calls that met its conditions, but for the choice among them")
        long matches,

        @Doc("Calls that it acted on") long hits) {

    public FaultInfo {
        description = description == null ? "" : description;
    }

    /** Without an identity. */
    public Fault fault() {
        return new Fault(match, effect, description);
    }
}
