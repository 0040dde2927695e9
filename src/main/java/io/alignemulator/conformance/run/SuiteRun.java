package io.alignemulator.conformance.run;

import io.alignemulator.client.ControlException;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import io.alignemulator.conformance.Capability;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import io.alignemulator.conformance.SuiteException;
import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.conformance.TaskResult;
import io.alignemulator.conformance.judge.Check;
import io.alignemulator.conformance.judge.ClientEvidence;
import io.alignemulator.conformance.judge.JsonValues;
import io.alignemulator.conformance.judge.Outcome;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.suite.Requirement;
import io.alignemulator.conformance.suite.Scenario;
import io.alignemulator.conformance.suite.Suite;
import io.alignemulator.protocol.SandboxRequest;
import io.alignemulator.protocol.json.ControlJson;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs a suite on a client, scenario by scenario, each in a sandbox of its own. The emulator is used by nobody else meanwhile. */
public final class SuiteRun {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration WHOLE_BLOCK = Duration.ofSeconds(60);

    private final Suite suite;
    private final Emulator emulator;
    private final Driver driver;
    private final RunOptions options;
    private final OtherPort otherPort;

    private SuiteRun(Suite suite, Emulator emulator, Driver driver, RunOptions options, OtherPort otherPort) {
        this.suite = suite;
        this.emulator = emulator;
        this.driver = driver;
        this.options = options;
        this.otherPort = otherPort;
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
            return new SuiteRun(suite, emulator, driver, options, otherPort).run();
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
            for (Future<ScenarioResult> each : running) {
                results.add(each.get());
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
        Scenario scenario = new Scenario(
                "calls without a token",
                "",
                "",
                Set.of(),
                Map.of(),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
        ClientEvidence evidence = ClientEvidence.of(emulator.sandbox(), List.of(), List.of())
                .only(call -> call.header("host").equals(emulator.uri().getAuthority()));
        return new ScenarioResult(scenario, "", outcomes(scenario, evidence));
    }

    private ScenarioResult run(Scenario scenario) {
        Set<Capability> missing = new java.util.TreeSet<>(scenario.needs());
        missing.removeAll(options.capabilities());
        if (!missing.isEmpty()) {
            return ScenarioResult.skipped(
                    scenario,
                    "the client does not "
                            + String.join(
                                    ", ",
                                    missing.stream().map(Capability::written).toList()));
        }
        try (Sandbox sandbox = emulator.newSandbox(site(scenario))) {
            List<TaskResult> results = driver.perform(scenario.tasks(), clientSite(sandbox, scenario));
            return new ScenarioResult(
                    scenario, "", outcomes(scenario, ClientEvidence.of(sandbox, scenario.tasks(), results)));
        } catch (ControlException e) {
            throw new SuiteException("The scenario " + scenario.name() + " cannot be set up: " + e.getMessage());
        }
    }

    private Sandbox.Options site(Scenario scenario) {
        Sandbox.Options made = Sandbox.Options.of(ControlJson.strict()
                .readValue(
                        SuiteJson.written(scenario.site())
                                .replace(
                                        "{port}",
                                        Integer.toString(emulator.uri().getPort()))
                                .replace("{otherPort}", Integer.toString(otherPort.number())),
                        SandboxRequest.class));
        if (options.time() == RunOptions.Time.REAL) {
            shortened(String.valueOf(scenario.site().get("rateLimit"))).ifPresent(limit -> made.set("rateLimit", limit)
                    .set("retryAfter", !Boolean.FALSE.equals(scenario.site().get("retryAfter"))));
        }
        return made;
    }

    /** A limit of few calls with a window and a block that can be waited through; one of many calls is not reached by waiting. */
    private static Optional<String> shortened(String limit) {
        long seconds = RunOptions.REAL_BLOCK.toSeconds();
        return limit.matches("\\d{1,2}/.*")
                ? Optional.of(limit.substring(0, limit.indexOf('/')) + "/" + seconds + ":" + seconds)
                : Optional.empty();
    }

    private ClientSite clientSite(Sandbox sandbox, Scenario scenario) {
        Consumer<Duration> waiting = options.time() == RunOptions.Time.VIRTUAL
                ? duration -> sandbox.clock().advance(duration)
                : SuiteRun::sleep;
        URI clock = URI.create(emulator.uri() + "/_emulator/sandboxes/" + sandbox.name() + "/clock");
        Persona persona = sandbox.persona(scenario.persona());
        String token = scenario.token()
                .map(each -> sandbox.newToken(persona.userId(), each.scope(), each.expires()))
                .orElse(persona.token());
        Optional<String> email = scenario.token().flatMap(each -> email(sandbox, persona));
        return new ClientSite(sandbox.baseUri(), token, email, waiting, clock, PATIENCE);
    }

    private static Optional<String> email(Sandbox sandbox, Persona persona) {
        return sandbox.world().find("Users", persona.userId()).map(user -> String.valueOf(user.get("email")));
    }

    /** How a client waits where time is real ({@code --time real}); everywhere else it turns the clock. */
    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    private Map<String, List<Outcome>> outcomes(Scenario scenario, ClientEvidence evidence) {
        Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
        boolean saysSomething =
                scenario.given().stream().allMatch(each -> each.judge(evidence) instanceof Outcome.Passed);
        for (Check check : saysSomething ? scenario.checks() : List.<Check>of()) {
            Outcome outcome = check.judge(evidence);
            outcomes.computeIfAbsent(scenario.judges(), id -> new ArrayList<>()).add(shown(outcome, evidence));
        }
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
