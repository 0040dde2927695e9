package io.alignemulator.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A start of the jar that uses its archive. The options of a JVM are read before its first class, so a second JVM is started with them, which is what serves; the first one hands on its input where that is
 * wanted, ends with it and gives its exit code.
 */
public final class QuickStart {

    /** Set in the second JVM: it ends when the first one does, however that one ends. */
    private static final String FOLLOWS = "align.emulator.follows";

    private static final String SERVE = "serve";
    private static final String NO_ARCHIVE = "no-archive";
    private static final String END_WITH_STDIN = "end-with-stdin";

    /** Ends of a JVM by its own hand: SIGABRT and SIGSEGV. */
    private static final int[] CRASHES = {134, 139};

    private QuickStart() {}

    /** Whether this is the second JVM, whose standard input is a pipe from the first one. */
    public static boolean isFollowing() {
        return System.getProperty(FOLLOWS) != null;
    }

    /** The archive that starts like this one use, or would; empty where none is wanted. */
    public static Optional<ClassArchive> archive(String[] arguments, Map<String, String> environment) {
        boolean isServe = arguments.length == 0 || arguments[0].startsWith("-") || arguments[0].equals(SERVE);
        return isServe && !isFollowing() && !names(NO_ARCHIVE, arguments, environment)
                ? ClassArchive.ofProcess(environment)
                : Optional.empty();
    }

    /**
     * Serves with the archive until that server ends, and returns its exit code.
     *
     * @return empty where no second JVM could be started
     */
    public static OptionalInt run(ClassArchive archive, String[] arguments, Map<String, String> environment) {
        Process server;
        try {
            server = new ProcessBuilder(archive.command("-D".concat(FOLLOWS).concat("=true"), arguments))
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(new End(server), "end of the server"));
        if (names(END_WITH_STDIN, arguments, environment)) {
            Thread hand = new Thread(new Input(server), "standard input");
            hand.setDaemon(true);
            hand.start();
        }
        int exitCode = ended(server);
        for (int crash : CRASHES) {
            if (exitCode == crash) {
                archive.forget();
            }
        }
        return OptionalInt.of(exitCode);
    }

    /** Whether a setting is spoken of. Its value is read where all are; who only mentions it gets what is right in either case. */
    private static boolean names(String setting, String[] arguments, Map<String, String> environment) {
        for (String argument : arguments) {
            if (argument.startsWith("--".concat(setting))) {
                return true;
            }
        }
        String variable = "ALIGN_EMULATOR_".concat(setting.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
        return !environment.getOrDefault(variable, "").isBlank();
    }

    private static int ended(Process server) {
        while (true) {
            try {
                return server.waitFor();
            } catch (InterruptedException e) {
                server.destroy();
            }
        }
    }

    // Classes, not lambdas: this JVM lives for nothing but the start of another one, and the first lambda costs as much
    // as the rest.

    /** SIGTERM for the one is meant for the other; a server that is stopped lets calls end. */
    private record End(Process server) implements Runnable {

        @Override
        public void run() {
            if (server.isAlive()) {
                server.destroy();
                ended(server);
            }
        }
    }

    /** Hands on the standard input, its end above all. */
    private record Input(Process server) implements Runnable {

        @Override
        public void run() {
            try (OutputStream out = server.getOutputStream()) {
                System.in.transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
