package io.alignemulator.conformance.run;

import io.alignemulator.client.Sandbox;
import io.alignemulator.conformance.judge.ClientEvidence;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.suite.Suite;
import java.util.List;

/** Judges a client that works on a sandbox, without telling it what to do: by what it sends, as far as that says something. */
public final class Observation {

    private Observation() {}

    /** What the traffic of a sandbox says until now. */
    public static SuiteResult of(Suite suite, Sandbox sandbox, String client) {
        return new SuiteResult(
                client,
                suite.version(),
                "observed",
                Verdicts.observed(suite, ClientEvidence.of(sandbox, List.of(), List.of())));
    }
}
