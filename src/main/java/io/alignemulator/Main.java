package io.alignemulator;

import io.alignemulator.fixtures.FixtureException;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;

/** The command line: starts a server, tells where it listens and with which tokens, and stops cleanly on SIGTERM. Exit code 2 for anything that keeps it from starting. */
public final class Main {

    private static final int UNUSABLE = 2;
    private static final String CONFORMANCE = "conformance";

    private Main() {}

    public static void main(String[] args) {
        boolean judges = args.length > 0 && args[0].equals(CONFORMANCE);
        int exitCode = judges
                ? ConformanceCommand.run(Arrays.copyOfRange(args, 1, args.length), System.in, System.out, System.err)
                : run(args, System.getenv(), System.out, System.err);
        if (exitCode >= 0) {
            System.exit(exitCode);
        }
    }

    /** Returns the exit code, or -1 while a server runs. */
    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            CommandLineArguments arguments = CommandLineArguments.parse(args, environment);
            if (arguments.help().isPresent()) {
                out.print(arguments.help().get());
                return 0;
            }
            if (arguments.healthCheck()) {
                return HealthCheck.run(arguments.settings(), err);
            }
            serve(arguments.settings(), out);
            return -1;
        } catch (SettingException | FixtureException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        }
    }

    private static void serve(Settings settings, PrintStream out) {
        // Jetty otherwise asks the JVM's management interface, which costs a tenth of a second at start.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        LocalEmulator emulator = LocalEmulator.start(settings, Clock.system());
        Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "shutdown"));
        out.println("listening on " + emulator.uri());
        SiteState state = emulator.main().state();
        state.tokens().all().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(token -> out.println("user " + token.getValue() + "  "
                        + described(state.world(), token.getValue()) + "  " + token.getKey()));
        out.flush();
    }

    /** Name and address of a user. */
    private static String described(World world, long userId) {
        return world.get("User", userId)
                .map(user -> user.get("fullName") + " <" + user.get("email") + ">"
                        + (Long.valueOf(0).equals(user.get("isLocked")) ? "" : " (deactivated)"))
                .orElse("");
    }
}
