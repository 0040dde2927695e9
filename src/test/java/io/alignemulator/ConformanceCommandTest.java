package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.HttpCalls;
import io.alignemulator.conformance.reference.ReferenceCommand;
import io.alignemulator.conformance.suite.Suite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line of the conformance suite. */
class ConformanceCommandTest {

    private static final int REQUIREMENTS = Suite.load().requirements().size();
    private static final String NONE_EXERCISED = REQUIREMENTS + " not exercised of " + REQUIREMENTS;

    private record Outcome(int exitCode, String out, String err) {}

    private static int run(InputStream in, PrintStream out, PrintStream err, String... args) {
        String[] all =
                Stream.concat(Stream.of("conformance"), Arrays.stream(args)).toArray(String[]::new);
        return Main.run(all, new Terminal(in, out, err, Map.of()));
    }

    private static Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream enter = new ByteArrayInputStream("\n".getBytes(StandardCharsets.UTF_8));
        int exitCode = run(
                enter,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String reference() {
        return String.join(" ", ChildJvm.command(ReferenceCommand.class, List.of()));
    }

    @Test
    void aCommandIsJudgedAndReported(@TempDir Path folder) {
        Outcome outcome = run(
                "run",
                "--client",
                reference(),
                "--only",
                "RATE-01,WRITE-02,DATA-06,AUTH-04",
                "--report",
                folder.toString());
        assertEquals(0, outcome.exitCode(), outcome.toString());
        assertTrue(outcome.out().contains("4 passed, 0 failed"), outcome.out());
        assertTrue(Files.exists(folder.resolve("report.html")));
    }

    @Test
    void whereTimeIsRealBlocksAreShort() {
        Outcome outcome = run("run", "--client", reference(), "--only", "RATE-01", "--time", "real");
        assertEquals(0, outcome.exitCode(), outcome.toString());
        assertTrue(outcome.out().contains("time real"), outcome.out());
    }

    @Test
    void aCommandThatSaysNothingFails() {
        Outcome outcome = run("run", "--client", "true", "--only", "AUTH-05");
        assertEquals(1, outcome.exitCode(), outcome.toString());
        assertTrue(outcome.out().contains("The command printed no report"), outcome.out());
    }

    @Test
    void aReportThatDoesNotFitTheProtocolFailsWithItsPlaceWhateverWasExpected() {
        Outcome outcome = run("run", "--client", "echo {\"ok\":\"no\"}", "--only", "ERR-06");
        assertEquals(1, outcome.exitCode(), outcome.toString());
        assertTrue(outcome.out().contains("/ok: "), outcome.out());
    }

    @Test
    void aRunTellsHowFarItHasComeByLinesOrOnATerminalByABar() {
        assertEquals(
                "2 of 2 scenarios, 1 with a failure",
                run("run", "--client", "true", "--only", "AUTH-05,WRITE-01", "--capabilities", "read")
                        .err()
                        .lines()
                        .reduce("", (before, line) -> line));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                () -> true);
        String[] args = {"conformance", "run", "--client", "true", "--only", "WRITE-01,WRITE-02", "--capabilities=read"
        };
        Main.run(args, terminal);
        String bar = err.toString(StandardCharsets.UTF_8);
        assertEquals(
                "\r[" + "#".repeat(20) + " ".repeat(20) + "] 1 of 2 scenarios",
                bar.substring(0, bar.lastIndexOf('\r')));
        assertTrue(bar.endsWith("\r[" + "#".repeat(40) + "] 2 of 2 scenarios\n"), bar);
    }

    @Test
    void whatAClientCannotDoIsSkipped() {
        Outcome outcome = run("run", "--client", "true", "--only", "WRITE-01", "--capabilities", "read");
        assertEquals(0, outcome.exitCode(), outcome.toString());
        assertTrue(outcome.out().contains("skipped WRITE-01"), outcome.out());
    }

    @Test
    void anObservedClientThatMadeNoCallIsNotJudged() {
        Outcome outcome = run("observe", "--fixtures", "minimal");
        assertEquals(2, outcome.exitCode(), outcome.toString());
        assertTrue(outcome.out().contains("error: The client made no call"), outcome.out());
        assertTrue(outcome.out().contains("listening on http://127.0.0.1:"), outcome.out());
        assertTrue(outcome.out().contains(NONE_EXERCISED), outcome.out());
    }

    private static Stream<InputStream> inputs() throws IOException {
        return Stream.of(new PipedInputStream(new PipedOutputStream()), InputStream.nullInputStream());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("inputs")
    void anObservationEndsWhenItsSandboxIsDeletedWhateverIsTyped(InputStream silence) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        CompletableFuture<Integer> exitCode = CompletableFuture.supplyAsync(
                () -> run(silence, printed, printed, "observe", "--port=" + port, "--fixtures=minimal"));
        Emulator server = Emulator.at(URI.create("http://127.0.0.1:" + port));
        while (!exitCode.isDone() && !(server.isReady() && server.sandboxes().contains("observation"))) {
            Thread.onSpinWait();
        }
        HttpCalls.get(server.sandbox(), server.sandbox().persona("super-admin"), "/Regions/1");
        server.sandbox("observation").close();
        assertEquals(0, exitCode.get(20, TimeUnit.SECONDS));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("0 failed"), out.toString());
    }

    @Test
    void theEndOfTheInputEndsAnObservationWhereThatIsWanted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exitCode =
                run(InputStream.nullInputStream(), printed, printed, "observe", "--fixtures=minimal", "--until-eof");
        assertEquals(2, exitCode, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void requirementsAreListedAndExplained() {
        assertEquals(REQUIREMENTS, run("list").out().lines().count());
        String explained = run("explain", "net-08").out();
        assertTrue(explained.startsWith("NET-08 MUST: The token is not taken along"), explained);
        assertTrue(explained.contains("  AUTH-01: "), explained);
        assertTrue(explained.contains("The client is asked to read Regions 1."), explained);
        assertTrue(explained.contains("It is met if no token goes to another host or another port."), explained);
        Outcome unknown = run("explain", "NET-99");
        assertEquals(2, unknown.exitCode());
        assertEquals("There is no requirement NET-99", unknown.err().strip());
    }

    @Test
    void mistakesAreToldAndEndWithTwo() {
        assertEquals(2, run().exitCode());
        assertEquals(2, run("judge").exitCode());
        assertEquals(2, run("run").exitCode());
        assertEquals(2, run("run", "--client", "true", "--only", "NET-99").exitCode());
        assertEquals(
                2,
                run("run", "--client", "no-such-program-anywhere", "--only", "AUTH-05")
                        .exitCode());
    }
}
