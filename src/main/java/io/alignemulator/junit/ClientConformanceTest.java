package io.alignemulator.junit;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.conformance.Capability;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import io.alignemulator.conformance.report.KnownFailures;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.TextReport;
import io.alignemulator.conformance.report.Verdict;
import io.alignemulator.conformance.run.RunOptions;
import io.alignemulator.conformance.run.SuiteRun;
import io.alignemulator.conformance.suite.Suite;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Judges a client in JUnit: extend it, say how to make the client, and every requirement is a test of its own. Time is virtual: the client has to wait through {@link
 * ClientSite#waiting()}.
 */
public abstract class ClientConformanceTest {

    /** A client for a site; each scenario gets one. Several may be at work at the same time. */
    protected abstract ConformanceClient client(ClientSite site);

    /** What the client can be asked to do. */
    protected Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    /** A file of failures that are known; see {@link KnownFailures}. */
    protected Optional<Path> baseline() {
        return Optional.empty();
    }

    /** The suite to judge by. */
    protected Suite suite() {
        return Suite.load();
    }

    @TestFactory
    Stream<DynamicTest> requirements() {
        Suite suite = suite();
        KnownFailures known =
                baseline().map(file -> KnownFailures.read(file, suite)).orElse(KnownFailures.EMPTY);
        RunOptions options = RunOptions.of(getClass().getSimpleName()).with(capabilities());
        try (JiraAlignEmulator align = JiraAlignEmulator.start()) {
            SuiteResult result = SuiteRun.of(suite, align.server(), this::client, options);
            return result.verdicts().stream()
                    .map(verdict -> DynamicTest.dynamicTest(
                            verdict.requirement().id() + " "
                                    + verdict.requirement().says(),
                            () -> judge(result, verdict, known)));
        }
    }

    private static void judge(SuiteResult result, Verdict verdict, KnownFailures known) {
        SuiteResult alone = SuiteResult.of(result.client(), result.version(), result.time(), List.of(verdict));
        if (!known.errors(alone).isEmpty()) {
            Assertions.fail(TextReport.of(alone, known));
        }
        Assumptions.assumeTrue(
                verdict.state() == Verdict.State.PASSED,
                () -> verdict.failed() ? "a known failure, or a MAY" : verdict.state() + " " + verdict.reason());
    }
}
