package io.alignemulator.conformance.run;

import io.alignemulator.client.ControlException;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import io.alignemulator.conformance.Capability;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import io.alignemulator.conformance.SuiteException;
import io.alignemulator.conformance.judge.ClientEvidence;
import io.alignemulator.conformance.judge.JsonValues;
import io.alignemulator.conformance.judge.Outcome;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.suite.Requirement;
import io.alignemulator.conformance.suite.Scenario;
import io.alignemulator.conformance.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs a suite on a client, scenario by scenario, each in a sandbox of its own. The emulator is used by nobody else meanwhile. */
public final class SuiteRun {

    private static final Duration WHOLE_BLOCK = Duration.ofSeconds(60);

    private final Suite suite;
    private final Emulator emulator;
    private final Driver driver;
    private final RunOptions options;
    private final ScenarioSites sites;

    private SuiteRun(Suite suite, Emulator emulator, Driver driver, RunOptions options, ScenarioSites sites) {
        this.suite = suite;
        this.emulator = emulator;
        this.driver = driver;
        this.options = options;
        this.sites = sites;
    }

    /** Judges a client in this process; its time is virtual. */
    public static SuiteResult of(
            Suite suite, Emulator emulator, Function<ClientSite, ConformanceClient> clients, RunOptions options) {
        return judged(suite, emulator, Driver.of(clients), options);
    }

    /** Judges a client that is a command. */
    public static SuiteResult of(Suite suite, Emulator emulator, List<String> command, RunOptions options) {
        return judged(suite, emulator, new CommandDriver(command, longest(options), options.time()), options);
    }

    /** Where time is real, a client may wait out a whole block of which nothing is said. */
    private static Duration longest(RunOptions options) {
        return options.time() == RunOptions.Time.REAL ? options.longest().plus(WHOLE_BLOCK) : options.longest();
    }

    private static SuiteResult judged(Suite suite, Emulator emulator, Driver driver, RunOptions options) {
        try (OtherPort otherPort = OtherPort.of(emulator.uri())) {
            return new SuiteRun(suite, emulator, driver, options, new ScenarioSites(emulator, options, otherPort))
                    .run();
        }
    }

    private SuiteResult run() {
        emulator.sandbox().requests().clear();
        ExecutorService threads = Executors.newFixedThreadPool(options.parallel());
        try {
            WarmUp.of(emulator);
            List<Future<ScenarioResult>> running = new ArrayList<>();
            for (Scenario scenario : suite.scenarios()) {
                Callable<ScenarioResult> run = () -> run(scenario);
                running.add(threads.submit(run));
            }
            List<ScenarioResult> results = new ArrayList<>();
            int failed = 0;
            for (Future<ScenarioResult> each : running) {
                ScenarioResult result = each.get();
                results.add(result);
                failed += result.hasFailed() ? 1 : 0;
                options.progress().over(results.size(), running.size(), failed);
            }
            results.add(strays());
            return SuiteResult.of(
                    options.client(), suite.version(), options.time().written(), Verdicts.of(suite, results));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("Interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Calls without a token belong to no scenario: they reach the default sandbox. Those that a redirect sent to another host are right to have none. */
    private ScenarioResult strays() {
        Scenario scenario = Scenario.named("calls without a token");
        ClientEvidence evidence = ClientEvidence.of(emulator.sandbox(), List.of(), List.of())
                .only(call -> call.header("host").equals(emulator.uri().getAuthority()));
        return new ScenarioResult(scenario, "", outcomes(scenario, evidence, ""));
    }

    private ScenarioResult run(Scenario scenario) {
        Set<Capability> missing = new TreeSet<>(scenario.needs());
        missing.removeAll(options.capabilities());
        if (!missing.isEmpty()) {
            return ScenarioResult.skipped(
                    scenario,
                    "the client does not "
                            + String.join(
                                    ", ",
                                    missing.stream().map(Capability::written).toList()));
        }
        try (Sandbox sandbox = emulator.newSandbox(sites.options(scenario))) {
            Performance performance = driver.perform(scenario.tasks(), sites.of(sandbox, scenario));
            ClientEvidence evidence = ClientEvidence.of(sandbox, scenario.tasks(), performance.results());
            return new ScenarioResult(scenario, "", outcomes(scenario, evidence, performance.mistake()));
        } catch (ControlException e) {
            throw new SuiteException("The scenario " + scenario.name() + " cannot be set up: " + e.getMessage());
        }
    }

    /** A failure without calls of its own is shown by all of them; where there is nothing to judge by, that is a failure. */
    private static Outcome shown(Outcome outcome, ClientEvidence evidence) {
        if (outcome instanceof Outcome.Untouched && !evidence.putForPatch()) {
            return new Outcome.Failed(
                    "There is nothing to judge by; the client reported " + JsonValues.shown(evidence.results()),
                    evidence.calls());
        }
        return outcome instanceof Outcome.Failed failed && failed.calls().isEmpty()
                ? new Outcome.Failed(failed.reason(), evidence.calls())
                : outcome;
    }

    /** By its checks, unless what they need is not there, or nobody knows what the client reported. */
    private static List<Outcome> checked(Scenario scenario, ClientEvidence evidence, String mistake) {
        if (!scenario.given().stream().allMatch(each -> each.judge(evidence) instanceof Outcome.Passed)) {
            return List.of();
        }
        return mistake.isEmpty()
                ? scenario.checks().stream()
                        .map(check -> shown(check.judge(evidence), evidence))
                        .toList()
                : List.of(shown(Outcome.failed(mistake), evidence));
    }

    private Map<String, List<Outcome>> outcomes(Scenario scenario, ClientEvidence evidence, String mistake) {
        Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
        outcomes.put(scenario.judges(), new ArrayList<>(checked(scenario, evidence, mistake)));
        List<Requirement> passively = suite.requirements().stream()
                .filter(each -> each.everywhere() || each.id().equals(scenario.judges()))
                .toList();
        for (Requirement requirement : passively) {
            requirement.passive().forEach(check -> outcomes.computeIfAbsent(requirement.id(), id -> new ArrayList<>())
                    .add(check.judge(evidence)));
        }
        return outcomes;
    }
}
