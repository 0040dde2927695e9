package io.alignemulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.conformance.reference.ReferenceClient;
import io.alignemulator.conformance.report.KnownFailures;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.TextReport;
import io.alignemulator.conformance.report.Verdict;
import io.alignemulator.conformance.run.RunOptions;
import io.alignemulator.conformance.run.SuiteRun;
import io.alignemulator.conformance.suite.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference client passes everything. */
class ReferenceTest {

    @Test
    void theReferenceClientPassesEveryRequirement() {
        try (JiraAlignEmulator align = JiraAlignEmulator.start()) {
            SuiteResult result =
                    SuiteRun.of(Suite.load(), align.server(), ReferenceClient::new, RunOptions.of("reference"));
            String report = TextReport.of(result, KnownFailures.EMPTY);
            assertEquals(List.of(), result.failed(), report);
            assertEquals(result.verdicts().size(), result.count(Verdict.State.PASSED), report);
        }
    }
}
