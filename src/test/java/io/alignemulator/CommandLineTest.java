package io.alignemulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.settings.BuildInfo;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line up to the moment at which a server runs; {@link CommandLineProcessTest} looks at what follows. */
class CommandLineTest {

    /** Per setting a value that is not its default, in two spellings that differ from each other. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("port", List.of("9090", "9191")),
            Map.entry("host", List.of("0.0.0.0", "::1")),
            Map.entry("fixtures", List.of("minimal", "empty")),
            Map.entry("rate-limit", List.of("off", "10/1:2")),
            Map.entry("trusted-proxies", List.of("10.0.0.1", "10.0.0.2,10.0.0.3")),
            Map.entry("max-body", List.of("100", "200")),
            Map.entry("undollared-options", List.of("ignore", "honour")),
            Map.entry("unknown-options", List.of("ignore", "refuse")),
            Map.entry("text-number-comparison", List.of("refuse", "text")),
            Map.entry("in-operator", List.of("accept", "refuse")),
            Map.entry("null-comparison", List.of("memory", "sql")),
            Map.entry("date-filter", List.of("instant", "day")),
            Map.entry("date-format", List.of("seconds", "millis")),
            Map.entry("agile-team-writes", List.of("program", "team")),
            Map.entry("post-response", List.of("object", "id")),
            Map.entry("put-status", List.of("200", "204")),
            Map.entry("put-omitted", List.of("keep", "reset")),
            Map.entry("title-limit", List.of("100", "0")),
            Map.entry("effort-points", List.of("any", "1,2,4")),
            Map.entry("authentication", List.of("both", "atlassian-tokens")),
            Map.entry("tokens", List.of("punctuation", "plain")),
            Map.entry("json", List.of("strict", "site")),
            Map.entry("okr-parent-types", List.of("6", "44,6")),
            Map.entry("page-cap", List.of("5", "100")),
            Map.entry("ignored-fields", List.of("refuse", "accept")),
            Map.entry("journal-size", List.of("0", "50")),
            Map.entry("base-path", List.of("/align", "/team/align")),
            Map.entry("fleet-mark", List.of("1", "b")),
            Map.entry("sandbox-ttl", List.of("PT1H", "P2D")),
            Map.entry("access-log", List.of("text", "json")),
            Map.entry("data", List.of("kept", "elsewhere")),
            Map.entry("control-token", List.of("secret", "other")),
            Map.entry("control-hosts", List.of("align.example.com", "a.example.com,b.example.com")),
            Map.entry("rules", List.of("ADDR-08=off", "ADDR-08=on")),
            Map.entry("site-version", List.of("10.120.0", "11.5.0")));

    static Stream<Setting<?>> settings() {
        return Settings.ALL.stream();
    }

    private static List<String> values(Setting<?> setting) {
        if (setting.values().equals("on|off")) {
            return setting.fallback().equals("on") ? List.of("off", "on") : List.of("on", "off");
        }
        if (setting.values().matches("[0-9]+-[0-9]+")) {
            String[] bounds = setting.values().split("-");
            return List.of(bounds[0], bounds[1]);
        }
        return VALUES.get(setting.name());
    }

    private static Object value(Setting<?> setting, String[] options, Map<String, String> environment) {
        return settings(options, environment).get(setting);
    }

    private static Settings settings(String[] options, Map<String, String> environment) {
        return SettingOptions.read(new CommandLine(ServeCommand.spec()).parseArgs(options), environment);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void settingIsAnOption(Setting<?> setting) {
        for (String written : values(setting)) {
            assertEquals(setting.parse(written), value(setting, new String[] {option(setting, written)}, Map.of()));
            assertEquals(
                    setting.parse(written),
                    value(setting, new String[] {"--" + setting.name(), written}, Map.of()),
                    "with a blank");
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void settingIsAnEnvironmentVariable(Setting<?> setting) {
        Map<String, String> environment =
                Map.of(setting.environmentVariable(), values(setting).get(0));
        assertEquals(setting.parse(values(setting).get(0)), value(setting, new String[0], environment));
        assertNotEquals(Settings.DEFAULTS.get(setting), value(setting, new String[0], environment));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void optionBeatsTheEnvironment(Setting<?> setting) {
        String option = option(setting, values(setting).get(1));
        Map<String, String> environment =
                Map.of(setting.environmentVariable(), values(setting).get(0));
        assertEquals(setting.parse(values(setting).get(1)), value(setting, new String[] {option}, environment));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void emptyEnvironmentVariableCountsAsNotSet(Setting<?> setting) {
        assertEquals(
                Settings.DEFAULTS.get(setting),
                value(setting, new String[0], Map.of(setting.environmentVariable(), " ")));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void switchMayStandWithoutItsValue(Setting<?> setting) {
        String[] alone = {"--" + setting.name()};
        if (setting.values().equals("on|off")) {
            assertEquals(true, value(setting, alone, Map.of(setting.environmentVariable(), "off")));
        } else {
            assertThrows(ParameterException.class, () -> settings(alone, Map.of()));
        }
    }

    @Test
    void everythingHasItsDefaultWithoutArguments() {
        Settings settings = settings(new String[0], Map.of());
        settings()
                .forEach(
                        setting -> assertEquals(Settings.DEFAULTS.get(setting), settings.get(setting), setting.name()));
    }

    @Test
    void foreignEnvironmentVariablesAreNotOurs() {
        assertEquals(8080, value(ServerSettings.PORT, new String[0], Map.of("PORT", "1", "ALIGN_URL", "x")));
    }

    @Test
    void aMisspeltVariableEndsTheStart() {
        Map<String, String> misspelt = Map.of("ALIGN_EMULATOR_FIXTURE", "minimal");
        assertEquals(
                "There is no setting for the environment variable ALIGN_EMULATOR_FIXTURE; did you mean 'ALIGN_EMULATOR_FIXTURES'?",
                assertThrows(SettingException.class, () -> settings(new String[0], misspelt))
                        .getMessage());
        assertThrows(
                SettingException.class, () -> settings(new String[0], Map.of("ALIGN_EMULATOR_SOMETHING_ELSE", "")));
    }

    @Test
    void helpListsEverySettingOnce() {
        Outcome outcome = run("--help");
        assertEquals(0, outcome.exitCode());
        assertEquals("", outcome.err());
        for (Setting<?> setting : Settings.ALL) {
            long options = outcome.out()
                    .lines()
                    .filter(line -> line.strip().matches("--" + setting.name() + "([=\\[ ].*)?"))
                    .count();
            assertEquals(1, options, setting.name());
        }
        assertThat(outcome.out(), containsString("ALIGN_EMULATOR_"));
    }

    @Test
    void helpNamesTheCommands() {
        for (String command : List.of("serve", "health", "conformance", "pack")) {
            assertThat(run("--help").out(), containsString("\n  " + command + " "));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "serve, --rate-limit",
        "health, --port",
        "conformance, observe",
        "conformance run, --client",
        "conformance observe, --fixtures",
        "conformance list, --help",
        "conformance explain, <ID>",
        "pack, --out"
    })
    void everyCommandHasItsHelp(String command, String part) {
        Outcome outcome = run((command + " --help").split(" "));
        assertEquals(0, outcome.exitCode());
        assertEquals("", outcome.err());
        assertThat(outcome.out(), startsWith("Usage: jira-align-emulator " + command));
        assertThat(outcome.out(), containsString(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve --version", "health -V", "conformance run --version", "--port=1 --version"})
    void everyCommandTellsTheVersion(String arguments) {
        assertEquals(new Outcome(0, BuildInfo.version() + System.lineSeparator(), ""), run(arguments.split(" ")));
    }

    @Test
    void conformanceAloneShowsHowItIsUsed() {
        Outcome outcome = run("conformance");
        assertEquals(2, outcome.exitCode());
        assertThat(outcome.out(), containsString("Judges a client"));
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertEquals(new Outcome(0, BuildInfo.version() + System.lineSeparator(), ""), run("--version"));
        assertTrue(Character.isDigit(BuildInfo.version().charAt(0)), BuildInfo.version());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --nonsense               | Unknown option: '--nonsense'
            --port                   | Missing required parameter for option '--port'
            --port=x                 | --port: 'x' is not a whole number from 0 to 65535.
            --port=70000             | --port: '70000' is not a whole number from 0 to 65535.
            --port=-1                | --port: '-1' is not a whole number from 0 to 65535.
            --port=1 --port=2        | option '--port' (<0-65535>) should be specified only once
            --post-location=perhaps  | --post-location: 'perhaps' is not one of on, off.
            --post-location=         | --post-location: '' is not one of on, off.
            --date-format=nanos      | --date-format: 'nanos' is not one of millis, seconds.
            --put-status=201         | --put-status: '201' is not one of 200, 204.
            --rate-limit=600         | --rate-limit: '600' is not a limit, which is off or CALLS/SECONDS:BLOCK
            --rate-limit=0/1:1       | --rate-limit: '0/1:1' is not a limit, which is off or CALLS/SECONDS:BLOCK
            --max-body=0             | --max-body: '0' is not a whole number from 1 to 2147483647.
            --fixtures=/no/such      | Fixtures '/no/such' cannot be used: the folder: is no folder, and no shipped set either (empty, minimal, demo)
            --fixtures=              | --fixtures: '' is not a set, which is empty, minimal, demo, a folder or a file.
            --host=no.such.invalid   | Cannot listen on no.such.invalid, port 8080: no such host
            --pagecap=5              | Unknown option: '--pagecap=5'; did you mean --page-cap
            serve --fixture=demo     | Unknown option: '--fixture=demo'; did you mean --fixtures
            health --fixtures=demo   | Unknown option: '--fixtures=demo'
            serv                     | Unknown command 'serv'; did you mean serve
            serve extra              | Unknown argument 'extra'
            health extra             | Unknown argument 'extra'
            --port=1 health          | Unknown argument 'health'
            conformance judge        | Unknown argument 'judge'
            conformance run          | Missing required option: '--client=<COMMAND>'
            conformance explain      | Missing required parameter: '<ID>'
            conformance run --client=true --time=soon | --time: 'soon' is not one of virtual, real. (--help lists the options)
            conformance run --client=true --parallel=x | --parallel: 'x' is not a whole number that fits.
            conformance run --client=true --capabilities=read,fly | --capabilities: 'fly' is not one of read, create, replace, patch, delete, basic.
            drift --program=x        | --program: 'x' is not a whole number that fits.
            pack                     | Missing required parameter: '<DIR>'
            pack demo                | Fixtures 'demo' cannot be used: the folder: is no folder
            pack --out               | Missing required parameter for option '--out' (<FILE>)
            pack a b                 | Unknown argument 'b'
            conformance list --nonsense | Unknown option: '--nonsense'
            """)
    void whatCannotBeUsedIsOneLineAndExitCodeTwo(String arguments, String message) {
        Outcome outcome = run(arguments.split(" "));
        assertEquals(2, outcome.exitCode());
        assertEquals("", outcome.out());
        assertThat(outcome.err().lines().toList(), hasSize(1));
        assertThat(outcome.err(), startsWith(message));
    }

    @Test
    void badValueInTheEnvironmentIsOneLineToo() {
        Outcome outcome = run(Map.of("ALIGN_EMULATOR_PUT_STATUS", "500"));
        assertEquals(2, outcome.exitCode());
        assertEquals("--put-status: '500' is not one of 200, 204." + System.lineSeparator(), outcome.err());
    }

    @Test
    void portInUseIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Outcome outcome = run("--fixtures=empty", "--port=" + taken.getLocalPort());
            assertEquals(2, outcome.exitCode());
            assertEquals(
                    "Cannot listen on 127.0.0.1, port " + taken.getLocalPort() + ": Address already in use"
                            + System.lineSeparator(),
                    outcome.err());
        }
    }

    @Test
    void badFixturesAreListedAllAtOnce(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Stories.json"), "[{\"id\": 1, \"tittle\": \"x\"}, 5]");
        Files.writeString(folder.resolve("Epics.json"), "[");
        Outcome outcome = run("--fixtures=" + folder);
        assertEquals(2, outcome.exitCode());
        assertThat(
                outcome.err(),
                allOf(
                        startsWith("Fixtures '" + folder + "' cannot be used: 3 problems"),
                        containsString("Stories.json#/0/tittle: "),
                        containsString("Stories.json#/1: 5 is not an object"),
                        containsString("Epics.json: is not JSON")));
    }

    @Test
    void aPackedFolderIsStartedFromAndSaysWhyWhenItIsDamaged(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.align");
        Outcome packed = run("pack", "fixtures/minimal", "--out=" + file);
        assertEquals("", packed.err());
        assertEquals(0, packed.exitCode());
        assertThat(packed.out(), matchesPattern("\\Q" + file + "\\E: \\d+ records, 0\\.0 MB\\R"));
        Settings settings = Settings.of(Map.of("port", "0", "fixtures", file.toString()));
        try (JiraAlignEmulator emulator = TestServer.start(settings)) {
            assertFalse(emulator.tokens().isEmpty());
        }
        byte[] content = Files.readAllBytes(file);
        content[content.length - 1] ^= 1;
        Files.write(file, content);
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "Fixtures '" + file
                                + "' cannot be used: the file: is damaged: it holds something else than was packed"
                                + System.lineSeparator()),
                run("--fixtures=" + file));
    }

    @Test
    void folderWithoutFixturesIsRefused(@TempDir Path folder) {
        Outcome outcome = run("--fixtures=" + folder);
        assertEquals(2, outcome.exitCode());
        assertThat(
                outcome.err(),
                startsWith("Fixtures '" + folder
                        + "' cannot be used: the folder: holds no fixture file such as Users.json"));
    }

    @Test
    void healthCheckSaysWhyNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Outcome outcome = run("health", "--port=" + free);
        assertEquals(1, outcome.exitCode());
        assertThat(outcome.err(), startsWith("Not ready: http://127.0.0.1:" + free + "/readyz: "));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void healthCheckAsksWhereTheServerListens(String host) {
        try (JiraAlignEmulator emulator =
                JiraAlignEmulator.builder().set("host", host).fixtures("empty").start()) {
            Outcome outcome =
                    run("health", "--host=" + host, "--port=" + emulator.uri().getPort());
            assertEquals(new Outcome(0, "", ""), outcome);
        }
    }

    static Stream<Arguments> hosts() {
        return Stream.of("127.0.0.1", "0.0.0.0", "localhost").map(Arguments::of);
    }

    private static String option(Setting<?> setting, String written) {
        return "--" + setting.name() + "=" + written;
    }

    private record Outcome(int exitCode, String out, String err) {}

    private static Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private static Outcome run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] given =
                Arrays.stream(arguments).filter(each -> !each.isEmpty()).toArray(String[]::new);
        InputStream nothing = InputStream.nullInputStream();
        int exitCode = Main.run(given, new Terminal(nothing, printer(out), printer(err), environment));
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
