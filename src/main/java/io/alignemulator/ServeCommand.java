package io.alignemulator;

import io.alignemulator.archive.QuickStart;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Token;
import io.alignemulator.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code serve}: starts a server, tells where it listens, what it holds and with which tokens, and stops cleanly on SIGTERM, or with its input where that is wanted. */
final class ServeCommand {

    private static final String LANGUAGES = "java.locale.providers";

    private ServeCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = Subcommand.spec(
                "Starts a server; what is done when no command is named.",
                ServeCommand::run,
                SettingOptions.of(Settings.ALL));
        spec.usageMessage().footer(footer());
        return spec;
    }

    /** What is said below the options. */
    static String[] footer() {
        return new String[] {
            "",
            "Each option is also an environment variable: --date-format is ALIGN_EMULATOR_DATE_FORMAT.",
            "Exit code 2: it could not start."
        };
    }

    private static int run(ParseResult parsed, Terminal terminal) {
        return run(SettingOptions.read(parsed, terminal.environment()), terminal);
    }

    static int run(Settings settings, Terminal terminal) {
        // Jetty otherwise asks the JVM's management interface, which costs a tenth of a second at start.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        // Jetty reads the list of all languages at its start, which costs as much with those of the JDK; nothing here
        // speaks another one than English.
        if (System.getProperty(LANGUAGES) == null) {
            System.setProperty(LANGUAGES, "SPI");
        }
        LocalEmulator emulator = LocalEmulator.start(settings, Clock.system());
        Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "shutdown"));
        tell(emulator, settings, terminal.out());
        if (!settings.get(ServerSettings.NO_ARCHIVE)) {
            QuickStart.prepare(TrialRun.class, terminal.environment());
        }
        if (!settings.get(ServerSettings.END_WITH_STDIN) && !QuickStart.isFollowing()) {
            return Subcommand.RUNS;
        }
        awaitEnd(terminal.in());
        return Subcommand.DONE;
    }

    /** Returns when nothing more can come, as when the process at the other end of a pipe is gone; an input that cannot be read is at its end too. */
    static void awaitEnd(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Nothing more comes from there.
        }
    }

    /** The first line is for programs, the others are for people. */
    private static void tell(LocalEmulator emulator, Settings settings, PrintStream out) {
        SiteState state = emulator.main().state();
        boolean isControlled = settings.get(ServerSettings.CONTROL);
        out.println("listening on " + emulator.uri());
        out.println("site        " + origin(emulator, settings) + ": " + counts(state.world()));
        if (emulator.isRestored()) {
            out.println(
                    "restored    " + emulator.count() + (emulator.count() == 1 ? " sandbox" : " sandboxes") + " from "
                            + settings.get(ServerSettings.DATA)
                            + "; a reset brings back what each began with");
        }
        out.println("REST API    " + emulator.apiUri());
        out.println("Swagger UI  " + emulator.uri() + "/rest/align/api/docs/index.html");
        if (isControlled) {
            out.println("control API " + emulator.uri() + "/_emulator, described by /_emulator/openapi.json");
        }
        List<Map.Entry<String, Token>> tokens = state.tokens().all().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Token>>comparingLong(
                                each -> each.getValue().userId())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        tokens.forEach(token -> out.println("user " + token.getValue().userId() + "  "
                + described(state.world(), token.getValue().userId()) + "  " + token.getKey()));
        if (tokens.isEmpty()) {
            out.println(hint(emulator, state.world(), isControlled));
        }
        out.flush();
    }

    private static String origin(LocalEmulator emulator, Settings settings) {
        return emulator.isRestored()
                ? "as kept in " + settings.get(ServerSettings.DATA) + ", --fixtures "
                        + settings.get(ServerSettings.FIXTURES) + " is not read"
                : settings.get(ServerSettings.FIXTURES);
    }

    private static String counts(World world) {
        int collections = 0;
        int records = 0;
        for (Resource resource : world.catalogue().resources()) {
            int size = world.table(resource).size();
            collections += size > 0 ? 1 : 0;
            records += size;
        }
        return records + " records in " + collections + " collections, "
                + world.table("User").size() + " users";
    }

    private static String hint(LocalEmulator emulator, World world, boolean isControlled) {
        if (world.table("User").size() == 0) {
            return "no user: Users.json of the fixtures has none, so nobody can call it";
        }
        long first = world.table("User").page(0, 1).get(0).id();
        return "no token: name some in _tokens.json"
                + (isControlled
                        ? ", or curl -X POST -H 'Content-Type: application/json' " + emulator.uri()
                                + "/_emulator/tokens -d '{\"userId\": " + first + "}'"
                        : "");
    }

    /** Name and address of a user. */
    private static String described(World world, long userId) {
        return world.get("User", userId)
                .map(user -> user.get("fullName") + " <" + user.get("email") + ">"
                        + (Long.valueOf(0).equals(user.get("isLocked")) ? "" : " (deactivated)"))
                .orElse("");
    }
}
