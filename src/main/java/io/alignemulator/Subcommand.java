package io.alignemulator;

import io.alignemulator.settings.BuildInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What a subcommand does. */
@FunctionalInterface
interface Subcommand {

    /** The exit code while a server runs on. */
    int RUNS = -1;

    /** The exit code of what came to its end. */
    int DONE = 0;

    /** The exit code of a client that does not meet what it has to, and of a server that is not ready. */
    int FAILED = 1;

    /** The exit code of what cannot be done. */
    int UNUSABLE = 2;

    /** Returns the exit code. */
    int run(ParseResult parsed, Terminal terminal);

    /** Describes a subcommand. The model is written out, not annotated: options come from tables, and nothing has to be searched at start. */
    static CommandSpec spec(String description, Subcommand action, OptionSpec... options) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(action).version(BuildInfo.version());
        spec.usageMessage().description(description).width(120).autoWidth(false);
        for (OptionSpec option : options) {
            spec.addOption(option);
        }
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

    /** An option with a value. */
    static OptionSpec.Builder option(String name, Class<?> type, String label, String description) {
        return OptionSpec.builder(name)
                .type(type)
                .arity("1")
                .paramLabel("<" + label + ">")
                .description(description.replace("%", "%%"));
    }
}
