package io.alignemulator;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import io.alignemulator.conformance.run.Observation;
import io.alignemulator.conformance.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code conformance observe}: judges a client by what it sends to a site that is opened for it. */
final class ObserveCommand {

    /** A sandbox that is there as long as the observed client works. */
    private static final String WORKING = "observation";

    private static final Duration BEAT = Duration.ofMillis(200);

    /** The journal keeps as many calls as it can, since all of them are judged. */
    private static final int MOST_CALLS = 1_000_000;

    private ObserveCommand() {}

    static CommandSpec spec() {
        return Subcommand.spec(
                "Opens a site, waits until a client has worked on it, and judges the traffic.",
                ObserveCommand::observe,
                Subcommand.option("--port", Integer.class, "PORT", "Port to listen on; any free one unless given.")
                        .build(),
                Subcommand.option(
                                "--fixtures",
                                String.class,
                                "empty|minimal|demo|DIR|FILE",
                                "What the site holds; demo unless given.")
                        .build(),
                OptionSpec.builder("--until-eof")
                        .description("Ends with the end of the standard input too, as when a pipe is closed.")
                        .build(),
                ConformanceCommand.baseline(),
                ConformanceCommand.folder());
    }

    private static int observe(ParseResult parsed, Terminal terminal) {
        PrintStream out = terminal.out();
        try (JiraAlignEmulator align = JiraAlignEmulator.builder()
                .port(parsed.matchedOptionValue("--port", 0))
                .fixtures(parsed.matchedOptionValue("--fixtures", "demo"))
                .set("journal-size", MOST_CALLS)
                .start()) {
            out.println("listening on " + align.uri());
            align.tokens().forEach((persona, token) -> out.println(persona + "  " + token));
            align.server().newSandbox(new Sandbox.Options().name(WORKING).fixtures("empty"));
            out.println("Let the client work, then press Enter, or call DELETE " + align.uri() + "/_emulator/sandboxes/"
                    + WORKING);
            out.flush();
            awaitEnd(align.server(), terminal.in(), parsed.hasMatchedOption("--until-eof"));
            Suite suite = Suite.load();
            return ConformanceCommand.report(
                    suite, Observation.of(suite, align.sandbox(), "the observed client"), parsed, out);
        }
    }

    /** Ends with Enter, or when the sandbox is gone that stands for the work; an input that is at its end, as in a job without a terminal, ends nothing unless that is wanted. */
    private static void awaitEnd(Emulator server, InputStream in, boolean untilEof) {
        CountDownLatch enter = new CountDownLatch(1);
        Thread keyboard = new Thread(() -> awaitEnter(in, enter, untilEof), "keyboard");
        keyboard.setDaemon(true);
        keyboard.start();
        try {
            while (server.sandboxes().contains(WORKING) && !enter.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                // nobody pressed anything yet
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnter(InputStream in, CountDownLatch enter, boolean untilEof) {
        try {
            int next = in.read();
            while (next >= 0 && next != '\n') {
                next = in.read();
            }
            if (next == '\n' || untilEof) {
                enter.countDown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
