package io.alignemulator.console.traffic;

import io.alignemulator.protocol.faults.FaultInfo;
import io.alignemulator.protocol.json.ControlJson;

/**
 * A fault that is on.
 *
 * @param match which calls, as JSON
 * @param effect what happens to them, as JSON
 */
public record FaultLine(long id, String description, String match, String effect, long matches, long hits) {

    static FaultLine of(FaultInfo fault) {
        String match = ControlJson.text(fault.match());
        return new FaultLine(
                fault.id(),
                fault.description(),
                match.equals("{}") ? "every call" : match,
                ControlJson.text(fault.effect()),
                fault.matches(),
                fault.hits());
    }
}
