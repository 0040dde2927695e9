package io.alignemulator;

import io.alignemulator.settings.BuildInfo;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What was written on the command line and in the environment. The options are made from the table of settings; an option beats its environment variable, and a
 * variable that is empty counts as not set, as in a compose file that passes on what may be missing.
 *
 * @param help text to print instead of doing anything
 * @param healthCheck whether to ask a running server instead of starting one
 */
record CommandLineArguments(Settings settings, Optional<String> help, boolean healthCheck) {

    private static final String HEALTH = "health";

    /** Throws {@link SettingException} with one line for whatever cannot be used. */
    static CommandLineArguments parse(String[] args, Map<String, String> environment) {
        CommandLine commandLine = new CommandLine(spec());
        ParseResult parsed;
        try {
            parsed = commandLine.parseArgs(args);
        } catch (ParameterException e) {
            throw new SettingException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " (--help lists the options)");
        }
        if (parsed.isUsageHelpRequested()) {
            return new CommandLineArguments(Settings.DEFAULTS, Optional.of(commandLine.getUsageMessage()), false);
        }
        if (parsed.isVersionHelpRequested()) {
            return new CommandLineArguments(
                    Settings.DEFAULTS, Optional.of(BuildInfo.version() + System.lineSeparator()), false);
        }
        String command = parsed.matchedPositionalValue(0, "");
        if (!command.isEmpty() && !command.equals(HEALTH)) {
            throw new SettingException("Unknown command '" + command + "' (--help lists the options)");
        }
        return new CommandLineArguments(
                Settings.of(written(parsed, environment)), Optional.empty(), command.equals(HEALTH));
    }

    private static Map<String, String> written(ParseResult parsed, Map<String, String> environment) {
        Map<String, String> written = new TreeMap<>();
        for (Setting<?> setting : Settings.ALL) {
            String variable = environment.getOrDefault(setting.environmentVariable(), "");
            if (!variable.isBlank()) {
                written.put(setting.name(), variable);
            }
            if (parsed.hasMatchedOption("--" + setting.name())) {
                written.put(setting.name(), parsed.matchedOptionValue("--" + setting.name(), ""));
            }
        }
        return written;
    }

    private static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("jira-align-emulator");
        spec.usageMessage()
                .description("A stateful fake of the Jira Align REST API 2.0.")
                .footer(
                        "",
                        "conformance run|observe|list|explain judges a client instead: conformance --help.",
                        "Each option is also an environment variable: --date-format is ALIGN_EMULATOR_DATE_FORMAT.",
                        "Exit code 2: it could not start.")
                .width(120)
                .autoWidth(false);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("[health]")
                .type(String.class)
                .description("Ask the server on --port whether it is ready, instead of starting one.")
                .build());
        Settings.ALL.forEach(setting -> spec.addOption(option(setting)));
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this text.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        return spec;
    }

    private static OptionSpec option(Setting<?> setting) {
        boolean isSwitch = setting.values().equals("on|off");
        return OptionSpec.builder("--" + setting.name())
                .type(String.class)
                .arity(isSwitch ? "0..1" : "1")
                .fallbackValue("on")
                .paramLabel("<" + setting.values() + ">")
                .description(setting.about().replace("%", "%%") + " Default: "
                        + (setting.fallback().isEmpty() ? "none" : setting.fallback()) + ".")
                .build();
    }
}
