package io.alignemulator.conformance.report;

import io.alignemulator.conformance.TaskResult;
import io.alignemulator.conformance.judge.Outcome;
import io.alignemulator.conformance.suite.Scenario;
import java.util.List;
import java.util.Map;

/**
 * What a scenario brought to light.
 *
 * @param skipped why it did not run; empty when it did
 * @param results what the client reported of each task
 * @param outcomes by id of the requirement, of the checks and of all passive conditions
 */
public record ScenarioResult(
        Scenario scenario, String skipped, List<TaskResult> results, Map<String, List<Outcome>> outcomes) {

    public static ScenarioResult skipped(Scenario scenario, String reason) {
        return new ScenarioResult(scenario, reason, List.of(), Map.of());
    }
}
