package io.alignemulator;

import io.alignemulator.conformance.Capability;
import io.alignemulator.conformance.report.KnownFailures;
import io.alignemulator.conformance.report.ReportFiles;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.TextReport;
import io.alignemulator.conformance.run.Progress;
import io.alignemulator.conformance.run.RunOptions;
import io.alignemulator.conformance.run.SuiteRun;
import io.alignemulator.conformance.suite.Suite;
import io.alignemulator.rules.RuleBook;
import io.alignemulator.rules.RuleEntry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code conformance run|observe|list|explain}: judges a client. Exit code 0: it meets what it has to; 1: it does not; 2: it could not be judged. */
final class ConformanceCommand {

    /** Characters of a bar. */
    private static final int WIDTH = 40;

    private static final int TENTHS = 10;

    private static final String FROM_ENVIRONMENT = "Finds ALIGN_URL, ALIGN_TOKEN, ALIGN_TASK, ALIGN_TIMEOUT and, with"
            + " virtual time, ALIGN_CLOCK in its environment and prints a report as JSON.";
    private static final String TIMES =
            "virtual (default): the client turns the clock at ALIGN_CLOCK instead of waiting;"
                    + " real: it waits, and blocks last 2 seconds, which ALIGN_BLOCK says.";

    private ConformanceCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = Subcommand.spec(
                        "Judges a client of the Jira Align REST API: what it does over time, not what it returns once.",
                        ConformanceCommand::usage)
                .addSubcommand("run", run())
                .addSubcommand("observe", ObserveCommand.spec())
                .addSubcommand("list", Subcommand.spec("Lists the requirements.", ConformanceCommand::list))
                .addSubcommand("explain", explain());
        spec.usageMessage()
                .footer("", "Exit code 0: the client meets what it has to; 1: it does not; 2: it could not be judged.");
        return spec;
    }

    private static int usage(ParseResult parsed, Terminal terminal) {
        CommandLine line = parsed.commandSpec().commandLine();
        line.usage(terminal.out());
        return Subcommand.UNUSABLE;
    }

    private static OptionSpec.Builder several(String name, Class<?> of, String label, String description) {
        return Subcommand.option(name, List.class, label, description)
                .auxiliaryTypes(of)
                .splitRegex(",");
    }

    static OptionSpec baseline() {
        return Subcommand.option("--baseline", Path.class, "FILE", "Failures that are known, an id a line.")
                .build();
    }

    static OptionSpec folder() {
        return Subcommand.option(
                        "--report",
                        Path.class,
                        "DIR",
                        "Writes report.txt, report.json, junit.xml, report.html and badge.json.")
                .build();
    }

    /** Prints and writes what came of it; returns the exit code. */
    static int report(Suite suite, SuiteResult result, ParseResult parsed, PrintStream out) {
        KnownFailures known = parsed.hasMatchedOption("--baseline")
                ? KnownFailures.read(parsed.matchedOptionValue("--baseline", Path.of("")), suite)
                : KnownFailures.EMPTY;
        out.print(TextReport.of(result, known));
        if (parsed.hasMatchedOption("--report")) {
            ReportFiles.write(parsed.matchedOptionValue("--report", Path.of("")), result, known);
        }
        if (!result.unjudged().isEmpty()) {
            return Subcommand.UNUSABLE;
        }
        return known.errors(result).isEmpty() ? 0 : Subcommand.FAILED;
    }

    private static CommandSpec run() {
        return Subcommand.spec(
                "Starts a command for each scenario and judges what it does.",
                ConformanceCommand::run,
                Subcommand.option("--client", String.class, "COMMAND", FROM_ENVIRONMENT)
                        .required(true)
                        .build(),
                several("--only", String.class, "ID", "Requirements to judge; all unless given.")
                        .build(),
                several(
                                "--capabilities",
                                Capability.class,
                                "read|create|replace|patch|delete|basic",
                                "What the client can be asked to do; everything unless given.")
                        .build(),
                Subcommand.option("--time", RunOptions.Time.class, "virtual|real", TIMES)
                        .build(),
                Subcommand.option("--parallel", Integer.class, "N", "Scenarios at the same time.")
                        .build(),
                baseline(),
                folder());
    }

    private static int run(ParseResult parsed, Terminal terminal) {
        String client = parsed.matchedOptionValue("--client", "");
        List<String> only = parsed.matchedOptionValue("--only", List.of());
        List<Capability> capabilities = parsed.matchedOptionValue("--capabilities", List.of());
        int processors = Runtime.getRuntime().availableProcessors();
        Suite suite = only.isEmpty() ? Suite.load() : Suite.load().only(only);
        RunOptions options = RunOptions.of(client)
                .with(capabilities.isEmpty() ? EnumSet.allOf(Capability.class) : Set.copyOf(capabilities))
                .with(parsed.matchedOptionValue("--time", RunOptions.Time.VIRTUAL))
                .withParallel(parsed.matchedOptionValue("--parallel", Math.max(2, processors)))
                .with(progress(terminal));
        List<String> command = Arrays.asList(client.strip().split("\\s+"));
        try (JiraAlignEmulator align =
                JiraAlignEmulator.builder().fixtures("minimal").start()) {
            return report(suite, SuiteRun.of(suite, align.server(), command, options), parsed, terminal.out());
        }
    }

    /** On the error output, since a report may be read by a program: a bar on a terminal, elsewhere a line for every tenth of the way. */
    private static Progress progress(Terminal terminal) {
        return (done, all, failed) -> {
            String said = done + " of " + all + " scenarios" + (failed == 0 ? "" : ", " + failed + " with a failure");
            if (terminal.isInteractive()) {
                int filled = WIDTH * done / all;
                terminal.err()
                        .print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + said
                                + (done == all ? "\n" : ""));
                terminal.err().flush();
            } else if (TENTHS * done / all > TENTHS * (done - 1) / all) {
                terminal.err().println(said);
            }
        };
    }

    private static int list(ParseResult parsed, Terminal terminal) {
        Suite.load().requirements().forEach(each -> terminal.out()
                .println(each.id() + "  " + each.level() + "  " + each.says()));
        return 0;
    }

    private static CommandSpec explain() {
        return Subcommand.spec("Says what a requirement is about, and how it is judged.", ConformanceCommand::explain)
                .addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .arity("1")
                        .required(true)
                        .type(String.class)
                        .paramLabel("<ID>")
                        .description("e.g. RATE-01")
                        .build());
    }

    private static int explain(ParseResult parsed, Terminal terminal) {
        Suite suite = Suite.load();
        String id = parsed.matchedPositionalValue(0, "");
        terminal.out()
                .print(suite.requirement(id)
                        .map(each -> suite.explanation(
                                each, rule -> RuleBook.load().find(rule).map(RuleEntry::says)))
                        .orElseThrow(() -> new IllegalArgumentException("There is no requirement " + id)));
        return 0;
    }
}
