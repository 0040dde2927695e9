package io.alignemulator;

import io.alignemulator.archive.QuickStart;
import io.alignemulator.conformance.SuiteException;
import io.alignemulator.fixtures.file.FixtureException;
import io.alignemulator.settings.SettingException;
import io.alignemulator.wording.Reason;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code serve}, {@code health}, {@code conformance}, {@code drift}, {@code pack}, {@code archive}. Exit code 2 for anything that keeps a command from being done. */
public final class Main {

    private static final String SERVE = "serve";
    private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] args) {
        if (isServe(args)) {
            OptionalInt exitCode = QuickStart.run(args, System.getenv());
            if (exitCode.isPresent()) {
                System.exit(exitCode.getAsInt());
            }
        }
        int exitCode = run(args, Terminal.ofProcess());
        if (exitCode >= 0) {
            System.exit(exitCode);
        }
    }

    /** Whether they are for a server: with its name, or without any. */
    private static boolean isServe(String[] args) {
        return args.length == 0 || args[0].equals(SERVE) || (args[0].startsWith("-") && !ABOUT.contains(args[0]));
    }

    /** Returns the exit code, or -1 while a server runs. */
    static int run(String[] args, Terminal terminal) {
        if (!isServe(args)) {
            return commandLine(terminal, false).execute(args);
        }
        List<String> all = new ArrayList<>(Arrays.asList(args));
        if (all.isEmpty() || !all.get(0).equals(SERVE)) {
            all.add(0, SERVE);
        }
        Optional<Map<String, String>> plain = SettingOptions.plain(all.subList(1, all.size()));
        return plain.isPresent()
                ? run(serve(plain.get()), terminal)
                : commandLine(terminal, true).execute(all.toArray(String[]::new));
    }

    private static ToIntFunction<Terminal> serve(Map<String, String> options) {
        return terminal -> ServeCommand.run(SettingOptions.read(options, terminal.environment()), terminal);
    }

    /** @param isServe whether it is for a server, whose start describes no command that it is not */
    private static CommandLine commandLine(Terminal terminal, boolean isServe) {
        CommandSpec spec = Subcommand.spec(
                        "A stateful fake of the Jira Align REST API 2.0.", (parsed, same) -> Subcommand.UNUSABLE)
                .name("jira-align-emulator")
                .addSubcommand(SERVE, ServeCommand.spec());
        if (!isServe) {
            spec.addSubcommand("health", HealthCommand.spec())
                    .addSubcommand("conformance", ConformanceCommand.spec())
                    .addSubcommand("drift", DriftCommand.spec())
                    .addSubcommand("pack", PackCommand.spec())
                    .addSubcommand("archive", ArchiveCommand.spec());
        }
        spec.usageMessage().footer(ServeCommand.footer());
        CommandLine line = new CommandLine(spec)
                .setOut(new PrintWriter(terminal.out(), true, Charset.defaultCharset()))
                .setErr(new PrintWriter(terminal.err(), true, Charset.defaultCharset()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> run(parsed, terminal))
                .setParameterExceptionHandler((mistake, args) -> {
                    terminal.err().println(sentence(mistake) + " (--help lists the options)");
                    return Subcommand.UNUSABLE;
                });
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Main::optionsOfServe);
        return line;
    }

    /** Who asks what there is sees the options that work without a command too. */
    private static String optionsOfServe(Help help) {
        Help serve = help.subcommands().get(SERVE);
        return serve == null
                ? help.optionList()
                : "Without a command: serve, with the options" + System.lineSeparator() + serve.optionList();
    }

    private static int run(ParseResult parsed, Terminal terminal) {
        Integer about = CommandLine.executeHelpRequest(parsed);
        if (about != null) {
            return about;
        }
        List<CommandLine> commands = parsed.asCommandLineList();
        CommandLine last = commands.get(commands.size() - 1);
        Subcommand command = (Subcommand) last.getCommandSpec().userObject();
        return run(same -> command.run(last.getParseResult(), same), terminal);
    }

    private static int run(ToIntFunction<Terminal> command, Terminal terminal) {
        try {
            return command.applyAsInt(terminal);
        } catch (SettingException
                | FixtureException
                | SuiteException
                | IllegalArgumentException
                | UncheckedIOException mistake) {
            // People can mend it; anything else is a defect and shown as one.
            terminal.err().println(mistake.getMessage());
            return Subcommand.UNUSABLE;
        }
    }

    private static String sentence(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().get(0);
            boolean isCommand = unmatched.getCommandLine().getParent() == null;
            String kind = first.startsWith("-")
                    ? "Unknown option: '"
                    : isCommand ? "Unknown command '" : "Unknown argument '";
            return kind + first + "'" + meant(unmatched.getSuggestions());
        }
        if (mistake.getArgSpec() instanceof OptionSpec option && mistake.getValue() != null) {
            return Reason.not(demanded(option)).of(option.longestName(), "'" + mistake.getValue() + "'") + ".";
        }
        return String.valueOf(mistake.getMessage()).lines().findFirst().orElse("");
    }

    /** What an option takes that is no text. */
    private static String demanded(OptionSpec option) {
        Class<?>[] types = option.auxiliaryTypes();
        Class<?> type = types[types.length - 1];
        return type.isEnum()
                ? Reason.oneOf(Arrays.stream(type.getEnumConstants())
                        .map(each -> each.toString().toLowerCase(Locale.ROOT))
                        .toList())
                : "a whole number that fits";
    }

    private static String meant(List<String> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : "; did you mean " + suggestions.stream().limit(3).collect(Collectors.joining(", ")) + "?";
    }
}
