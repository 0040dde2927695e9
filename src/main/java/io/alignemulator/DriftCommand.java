package io.alignemulator;

import io.alignemulator.drift.Drift;
import io.alignemulator.drift.DriftOptions;
import io.alignemulator.drift.Report;
import io.alignemulator.drift.site.Time;
import io.alignemulator.sandbox.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code drift}: asks somebody's own site whether it does what the rules and the catalogue say. Exit code 0: it does; 1: something differs; 2: it could not be asked. */
final class DriftCommand {

    static final String TOKEN_VARIABLE = "ALIGN_TOKEN";

    private DriftCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = Subcommand.spec(
                "Asks your own Jira Align site whether it does what this emulator assumes, and keeps shapes of answers only. Nothing is"
                        + " written without --write.",
                (parsed, terminal) -> run(parsed, terminal, ofMachine()),
                Subcommand.option("--url", String.class, "URL", "Address of the site, https://<site>.jiraalign.com.")
                        .required(true)
                        .build(),
                Subcommand.option(
                                "--token",
                                String.class,
                                "TOKEN",
                                "Your API token; the environment variable " + TOKEN_VARIABLE + " unless given.")
                        .build(),
                Subcommand.option(
                                "--email",
                                String.class,
                                "EMAIL",
                                "Whose Atlassian API token it is, where the site takes those; it is sent with Basic.")
                        .build(),
                Subcommand.option("--only", List.class, "COLLECTION", "Collections to look at; all unless given.")
                        .auxiliaryTypes(String.class)
                        .splitRegex(",")
                        .build(),
                flag("--plan", "Says what would be asked, and ends."),
                flag("--write", "Creates one record in the program of --program, changes it and takes it away again."),
                Subcommand.option("--program", Long.class, "N", "Id of the program for --write.")
                        .build(),
                Subcommand.option(
                                "--report", Path.class, "FILE", "Writes the report, which holds no value of your site.")
                        .build());
        spec.usageMessage()
                .footer("", "Exit code 0: nothing differs; 1: something does; 2: the site could not be asked.");
        return spec;
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** Real time: somebody's own site is asked at its pace, and nothing else waits for it. */
    private static Time ofMachine() {
        Clock clock = Clock.system();
        return new Time() {
            @Override
            public long millis() {
                return clock.millis();
            }

            @Override
            public void pause(long millis) {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    static int run(ParseResult parsed, Terminal terminal, Time time) {
        Drift drift = Drift.of(options(parsed, terminal.environment()));
        drift.plan().forEach(terminal.out()::println);
        if (parsed.hasMatchedOption("--plan")) {
            return 0;
        }
        terminal.out().println();
        terminal.out().flush();
        Report report = drift.run(time, terminal.out()::println);
        terminal.out().print(report.text());
        if (parsed.hasMatchedOption("--report")) {
            Path file = parsed.matchedOptionValue("--report", Path.of(""));
            report.write(file);
            terminal.out()
                    .println("\nWritten: " + file + ". It holds no value of your site; read it before you send it.");
        }
        return report.differs() ? Subcommand.FAILED : 0;
    }

    private static DriftOptions options(ParseResult parsed, Map<String, String> environment) {
        String token = parsed.matchedOptionValue("--token", environment.getOrDefault(TOKEN_VARIABLE, ""));
        if (token.isBlank()) {
            throw new IllegalArgumentException("Give the token with --token or " + TOKEN_VARIABLE);
        }
        List<String> only = parsed.matchedOptionValue("--only", List.of());
        DriftOptions reading = DriftOptions.reading(
                        parsed.matchedOptionValue("--url", ""), token, parsed.matchedOptionValue("--email", ""))
                .only(Set.copyOf(only));
        boolean writes = parsed.hasMatchedOption("--write");
        if (writes != parsed.hasMatchedOption("--program")) {
            throw new IllegalArgumentException("--write and --program N go together");
        }
        return writes ? reading.writing(parsed.matchedOptionValue("--program", 0L)) : reading;
    }
}
