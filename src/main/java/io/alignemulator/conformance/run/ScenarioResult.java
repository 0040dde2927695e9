package io.alignemulator.conformance.run;

import io.alignemulator.conformance.judge.Outcome;
import io.alignemulator.conformance.suite.Scenario;
import java.util.List;
import java.util.Map;

/**
 * What a scenario brought to light.
 *
 * @param skipped why it did not run; empty when it did
 * @param outcomes by id of the requirement, of the checks and of all passive conditions
 */
record ScenarioResult(Scenario scenario, String skipped, Map<String, List<Outcome>> outcomes) {

    /** Whether a failure came to light, of its requirement or of one that is judged everywhere. */
    boolean hasFailed() {
        return outcomes.values().stream().flatMap(List::stream).anyMatch(Outcome.Failed.class::isInstance);
    }

    static ScenarioResult skipped(Scenario scenario, String reason) {
        return new ScenarioResult(scenario, reason, Map.of());
    }
}
