package io.alignemulator.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Locale;
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

    private static final String NO_ARCHIVE = "no-archive";
    private static final String END_WITH_STDIN = "end-with-stdin";

    /** Set by services that build on machines of their own. */
    private static final String THROWN_AWAY = "CI";

    /** Ends of a JVM by its own hand: SIGABRT and SIGSEGV. */
    private static final int[] CRASHES = {134, 139};

    private QuickStart() {}

    /** Whether this is the second JVM, whose standard input is a pipe from the first one. */
    public static boolean isFollowing() {
        return System.getProperty(FOLLOWS) != null;
    }

    /**
     * Serves with the archive that an earlier start left, until that server ends, and returns its exit code.
     *
     * @param arguments those of a server
     * @return empty where there is no archive, none is wanted, or no second JVM could be started
     */
    public static OptionalInt run(String[] arguments, Map<String, String> environment) {
        if (isFollowing() || names(NO_ARCHIVE, arguments, environment)) {
            return OptionalInt.empty();
        }
        Optional<ClassArchive> archive = ClassArchive.ofProcess(environment);
        return archive.isPresent() && archive.get().isThere()
                ? run(archive.get(), arguments, environment)
                : OptionalInt.empty();
    }

    /**
     * Makes the archive for the next start, where there is none yet, beside what this process does; nobody waits for it. A machine that is thrown away after its build would make it for nobody.
     *
     * @param trial the program that is run on trial
     */
    public static void prepare(Class<?> trial, Map<String, String> environment) {
        Optional<ClassArchive> archive = ClassArchive.ofProcess(environment);
        if (isFollowing() || archive.isEmpty() || archive.get().isThere() || environment.containsKey(THROWN_AWAY)) {
            return;
        }
        Thread maker = new Thread(() -> prepare(archive.get(), trial), "archive of classes");
        maker.setDaemon(true);
        maker.start();
    }

    private static void prepare(ClassArchive archive, Class<?> trial) {
        try {
            archive.makeBeside(trial);
        } catch (IOException e) {
            // Starts are as fast as this one, and the command archive tells why.
        }
    }

    private static OptionalInt run(ClassArchive archive, String[] arguments, Map<String, String> environment) {
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
        String variable = "ALIGN_EMULATOR_".concat(setting.replace('-', '_').toUpperCase(Locale.ROOT));
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
