package io.alignemulator.control;

import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.Verdict;
import io.alignemulator.observation.SandboxObservation;
import io.alignemulator.protocol.ClientVerdicts;
import java.util.List;

/** Routes about what a client's calls say of it. */
final class ObservationRoutes {

    private final SandboxObservation observation = new SandboxObservation();

    List<ControlRoute> all() {
        return List.of(ControlRoute.get(
                        "/conformance",
                        "What the calls so far say of the client that made them, by the requirements of the conformance suite.")
                .answers(ClientVerdicts.class)
                .by((call, sandbox) -> Answers.json(200, told(observation.of(sandbox)))));
    }

    private static ClientVerdicts told(SuiteResult result) {
        return new ClientVerdicts(
                result.version(),
                result.unjudged(),
                result.remarks(),
                result.failed(),
                result.verdicts().stream().map(ObservationRoutes::told).toList());
    }

    private static ClientVerdicts.Verdict told(Verdict verdict) {
        return new ClientVerdicts.Verdict(
                verdict.requirement().id(),
                verdict.requirement().level().name(),
                verdict.requirement().says(),
                verdict.requirement().evidence(),
                verdict.state().words(),
                verdict.failures().stream()
                        .map(each -> new ClientVerdicts.Failure(each.expected(), each.calls()))
                        .toList());
    }
}
