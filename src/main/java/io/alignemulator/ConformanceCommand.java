package io.alignemulator;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import io.alignemulator.conformance.Capability;
import io.alignemulator.conformance.report.KnownFailures;
import io.alignemulator.conformance.run.Observation;
import io.alignemulator.conformance.report.ReportFiles;
import io.alignemulator.conformance.suite.Requirement;
import io.alignemulator.conformance.run.RunOptions;
import io.alignemulator.conformance.suite.Suite;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.run.SuiteRun;
import io.alignemulator.conformance.report.TextReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code conformance run|observe|list|explain}: judges a client. Exit code 0: it meets what it has to; 1: it does not; 2: it could not be judged. */
@Command(
        name = "jira-align-emulator conformance",
        mixinStandardHelpOptions = true,
        description = "Judges a client of the Jira Align REST API: what it does over time, not what it returns once.",
        footer = {"", "Exit code 0: the client meets what it has to; 1: it does not; 2: it could not be judged."})
final class ConformanceCommand {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    /** A sandbox that is there as long as the observed client works. */
    private static final String WORKING = "observation";

    private static final Duration BEAT = Duration.ofMillis(200);

    private final PrintStream out;
    private final InputStream in;

    private ConformanceCommand(PrintStream out, InputStream in) {
        this.out = out;
        this.in = in;
    }

    /** @param args behind the word conformance */
    static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        ConformanceCommand command = new ConformanceCommand(out, in);
        CommandLine commandLine = new CommandLine(command)
                .addSubcommand("run", command.new Run())
                .addSubcommand("observe", command.new Observe())
                .addSubcommand("list", command.new ListAll())
                .addSubcommand("explain", command.new Explain())
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setErr(new PrintWriter(err, true, Charset.defaultCharset()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    err.println(failure.getMessage());
                    return UNUSABLE;
                });
        if (args.length == 0) {
            commandLine.usage(out);
            return UNUSABLE;
        }
        return commandLine.execute(args);
    }

    /** What every verdict is reported by. */
    private static final class Reporting {
        @Option(names = "--baseline", paramLabel = "<FILE>", description = "Failures that are known, an id a line.")
        private Path baseline = Path.of("");

        @Option(
                names = "--report",
                paramLabel = "<DIR>",
                description = "Writes report.txt, report.json, junit.xml, report.html and badge.json.")
        private Path folder = Path.of("");

        int report(Suite suite, SuiteResult result, PrintStream out) {
            KnownFailures known =
                    baseline.toString().isEmpty() ? KnownFailures.EMPTY : KnownFailures.read(baseline, suite);
            out.print(TextReport.of(result, known));
            if (!folder.toString().isEmpty()) {
                ReportFiles.write(folder, result, known);
            }
            return known.errors(result).isEmpty() ? 0 : FAILED;
        }
    }

    private static Suite suite(List<String> only) {
        return only.isEmpty() ? Suite.load() : Suite.load().only(only);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Starts a command for each scenario and judges what it does.")
    private final class Run implements Callable<Integer> {

        @Option(
                names = "--client",
                required = true,
                paramLabel = "<COMMAND>",
                description =
                        "Finds ALIGN_URL, ALIGN_TOKEN, ALIGN_TASK, ALIGN_TIMEOUT and, with virtual time, ALIGN_CLOCK in its environment and prints a report as JSON.")
        private String client = "";

        @Option(
                names = "--only",
                split = ",",
                paramLabel = "<ID>",
                description = "Requirements to judge; all unless given.")
        private List<String> only = List.of();

        @Option(
                names = "--capabilities",
                split = ",",
                paramLabel = "<read|create|replace|patch>",
                description = "What the client can be asked to do; everything unless given.")
        private Set<Capability> capabilities = EnumSet.allOf(Capability.class);

        @Option(
                names = "--time",
                paramLabel = "<virtual|real>",
                description =
                        "virtual (default): the client turns the clock at ALIGN_CLOCK instead of waiting; real: it waits, and blocks last 2 seconds and say so.")
        private RunOptions.Time time = RunOptions.Time.VIRTUAL;

        @Option(names = "--parallel", paramLabel = "<N>", description = "Scenarios at the same time.")
        private int parallel = Math.max(2, Runtime.getRuntime().availableProcessors());

        @CommandLine.Mixin
        private Reporting reporting = new Reporting();

        @Override
        public Integer call() {
            Suite suite = suite(only);
            List<String> command = Arrays.asList(client.strip().split("\\s+"));
            RunOptions options =
                    RunOptions.of(client).with(capabilities).with(time).withParallel(parallel);
            try (JiraAlignEmulator align =
                    JiraAlignEmulator.builder().fixtures("minimal").start()) {
                return reporting.report(suite, SuiteRun.of(suite, align.server(), command, options), out);
            }
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Opens a site, waits until a client has worked on it, and judges the traffic.")
    private final class Observe implements Callable<Integer> {

        @Option(names = "--port", paramLabel = "<PORT>", description = "Port to listen on; any free one unless given.")
        private int port;

        @Option(
                names = "--fixtures",
                paramLabel = "<empty|minimal|demo|DIR>",
                description = "What the site holds; demo unless given.")
        private String fixtures = "demo";

        @CommandLine.Mixin
        private Reporting reporting = new Reporting();

        @Override
        public Integer call() {
            try (JiraAlignEmulator align =
                    JiraAlignEmulator.builder().port(port).fixtures(fixtures).start()) {
                out.println("listening on " + align.uri());
                align.tokens().forEach((persona, token) -> out.println(persona + "  " + token));
                align.server().newSandbox(new Sandbox.Options().name(WORKING).fixtures("empty"));
                out.println("Let the client work, then press Enter, or call DELETE " + align.uri()
                        + "/_emulator/sandboxes/" + WORKING);
                out.flush();
                awaitEnd(align.server());
                Suite suite = Suite.load();
                return reporting.report(suite, Observation.of(suite, align.sandbox(), "the observed client"), out);
            }
        }
    }

    /** Ends with Enter, or when the sandbox is gone that stands for the work. */
    private void awaitEnd(Emulator server) {
        CompletableFuture<Void> enter = CompletableFuture.runAsync(this::awaitEnter);
        while (!enter.isDone() && server.sandboxes().contains(WORKING)) {
            try {
                enter.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // nobody pressed anything yet
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void awaitEnter() {
        try {
            int next = in.read();
            while (next >= 0 && next != '\n') {
                next = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists the requirements.")
    private final class ListAll implements Callable<Integer> {
        @Override
        public Integer call() {
            for (Requirement requirement : Suite.load().requirements()) {
                out.println(requirement.id() + "  " + requirement.level() + "  " + requirement.says());
            }
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Says what a requirement is about, and how it is judged.")
    private final class Explain implements Callable<Integer> {

        @Parameters(paramLabel = "<ID>", description = "e.g. RATE-01")
        private String id = "";

        @Override
        public Integer call() {
            Suite suite = Suite.load();
            out.print(suite.requirement(id)
                    .map(suite::explanation)
                    .orElseThrow(() -> new IllegalArgumentException("There is no requirement " + id)));
            return 0;
        }
    }
}
