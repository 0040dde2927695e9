package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.drift.TurnedTime;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line of the drift kit. */
class DriftCommandTest {

    private static final String TOKEN = "user:1|super-admin";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Terminal console(Map<String, String> environment) {
        return new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private int main(Map<String, String> environment, String... args) {
        String[] all = Stream.concat(Stream.of("drift"), Arrays.stream(args)).toArray(String[]::new);
        return Main.run(all, console(environment));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPlanSaysWhatWouldBeAsked() {
        assertEquals(0, main(Map.of(), "--url", "https://acme.jiraalign.com", "--token", TOKEN, "--plan"));
        assertTrue(out().startsWith("At most "), out());
        assertTrue(out().contains("Nothing is written."), out());
        assertFalse(out().contains(TOKEN), out());
    }

    @Test
    void theTokenMayStandInTheEnvironment() {
        assertEquals(0, main(Map.of("ALIGN_TOKEN", TOKEN), "--url", "https://acme.jiraalign.com", "--plan"), err());
    }

    @ParameterizedTest
    @CsvSource({
        "--url https://acme.jiraalign.com --plan, ALIGN_TOKEN",
        "--token t --plan, --url",
        "--url http://acme.jiraalign.com --token t --plan, in the clear",
        "--url acme --token t --plan, --url: 'acme' is not an address such as https://",
        "--url https://acme.jiraalign.com --token t --plan --write, go together",
        "--url https://acme.jiraalign.com --token t --plan --program 5, go together",
        "--url https://acme.jiraalign.com --token t --plan --only nothing, --only: 'nothing' is not a collection of the API"
    })
    void whatCannotBeDoneIsSaid(String args, String told) {
        assertEquals(2, main(Map.of(), args.split(" ")));
        assertTrue(err().contains(told), err());
    }

    @Test
    void aRunEndsWithAReport(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("drift.json");
        try (JiraAlignEmulator align = JiraAlignEmulator.builder()
                .fixtures("minimal")
                .set("date-format", "seconds")
                .start()) {
            String[] args = {
                "--url",
                align.uri().toString(),
                "--token",
                TOKEN,
                "--only",
                "Epics,Regions",
                "--report",
                file.toString()
            };
            int exitCode = DriftCommand.run(
                    new CommandLine(DriftCommand.spec()).parseArgs(args), console(Map.of()), new TurnedTime());
            assertEquals(1, exitCode, out());
        }
        assertTrue(out().contains("1 difference"), out());
        assertTrue(out().contains("REPR-03"), out());
        JsonNode report = JsonMapper.shared().readTree(Files.readString(file));
        assertEquals("broken", report.path("rules").path("REPR-03").asString());
    }

    @Test
    void aSiteThatDoesNotKnowTheTokenIsNotAskedFurther() {
        try (JiraAlignEmulator align =
                JiraAlignEmulator.builder().fixtures("minimal").start()) {
            assertEquals(2, main(Map.of(), "--url", align.uri().toString(), "--token", "user:1|other"));
            assertTrue(err().contains("does not take the token"));
        }
    }
}
