package io.alignemulator.conformance.run;

import io.alignemulator.conformance.judge.ClientEvidence;
import io.alignemulator.conformance.judge.ObservedCall;
import io.alignemulator.conformance.judge.Outcome;
import io.alignemulator.conformance.report.Verdict;
import io.alignemulator.conformance.report.Verdict.Failure;
import io.alignemulator.conformance.report.Verdict.State;
import io.alignemulator.conformance.suite.Requirement;
import io.alignemulator.conformance.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts what scenarios brought to light together, requirement by requirement. */
final class Verdicts {

    private static final int CALLS_SHOWN = 6;

    private Verdicts() {}

    static List<Verdict> of(Suite suite, List<ScenarioResult> results) {
        return suite.requirements().stream()
                .map(requirement -> verdict(requirement, results))
                .toList();
    }

    /** Of a client that was only observed. */
    static List<Verdict> observed(Suite suite, ClientEvidence evidence) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Requirement requirement : suite.requirements()) {
            List<Outcome> outcomes = requirement.passive().stream()
                    .map(check -> check.judge(evidence))
                    .toList();
            verdicts.add(verdict(requirement, failures("", outcomes).toList(), outcomes, List.of()));
        }
        return verdicts;
    }

    private static Verdict verdict(Requirement requirement, List<ScenarioResult> results) {
        List<Failure> failures = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (ScenarioResult result : results) {
            List<Outcome> own = result.outcomes().getOrDefault(requirement.id(), List.of());
            outcomes.addAll(own);
            failures(result.scenario().name(), own).forEach(failures::add);
            if (!result.skipped().isEmpty() && result.scenario().judges().equals(requirement.id())) {
                skipped.add(result.skipped());
            }
        }
        return verdict(requirement, failures, outcomes, skipped);
    }

    private static Verdict verdict(
            Requirement requirement, List<Failure> failures, List<Outcome> outcomes, List<String> skipped) {
        if (!failures.isEmpty()) {
            return new Verdict(requirement, State.FAILED, "", failures);
        }
        if (outcomes.stream().anyMatch(Outcome.Passed.class::isInstance)) {
            return new Verdict(requirement, State.PASSED, "", List.of());
        }
        return skipped.isEmpty()
                ? new Verdict(requirement, State.NOT_EXERCISED, "", List.of())
                : new Verdict(requirement, State.SKIPPED, skipped.get(0), List.of());
    }

    /** Each once: what a check of a scenario finds, one that judges everywhere may find too. */
    private static Stream<Failure> failures(String scenario, List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .map(failed -> new Failure(scenario, failed.reason(), shown(failed.calls())))
                .distinct();
    }

    /** The last ones say most. */
    private static List<String> shown(List<ObservedCall> calls) {
        return calls.subList(Math.max(0, calls.size() - CALLS_SHOWN), calls.size()).stream()
                .map(CallText::of)
                .toList();
    }
}
