package io.alignemulator.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of settings: defaults, written forms, and one line for whatever cannot be used. */
class SettingsTest {

    static List<Setting<?>> all() {
        return Settings.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void theDefaultOfEachSettingParses(Setting<?> setting) {
        assertNotNull(setting.parse(setting.fallback()));
        assertEquals(setting.parse(setting.fallback()), Settings.DEFAULTS.get(setting));
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachSettingIsDescribedForPeople(Setting<?> setting) {
        assertTrue(setting.name().matches("[a-z]+(-[a-z]+)*"), setting.name());
        assertTrue(setting.about().endsWith("."), setting.about());
        assertTrue(
                setting.rule().equals("-")
                        || RuleBook.load().find(setting.rule()).isPresent(),
                setting.rule());
        assertTrue(
                setting.environmentVariable().matches("ALIGN_EMULATOR_[A-Z]+(_[A-Z]+)*"),
                setting.environmentVariable());
        if (setting.values().matches("[a-z]+(\\|[a-z]+)+")) {
            Stream.of(setting.values().split("\\|")).forEach(value -> assertNotNull(setting.parse(value)));
        }
    }

    @Test
    void namesAndEnvironmentVariablesAreDistinct() {
        int size = Settings.ALL.size();
        assertEquals(
                size,
                Settings.ALL.stream()
                        .map(Setting::name)
                        .collect(Collectors.toSet())
                        .size());
        assertEquals(
                size,
                Settings.ALL.stream()
                        .map(Setting::environmentVariable)
                        .collect(Collectors.toSet())
                        .size());
        assertEquals("ALIGN_EMULATOR_DATE_FORMAT", Settings.DATE_FORMAT.environmentVariable());
        assertEquals("ALIGN_EMULATOR_PORT", ServerSettings.PORT.environmentVariable());
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                error("port", "x", "--port: 'x' is not a whole number from 0 to 65535."),
                error("port", "", "--port: '' is not a whole number from 0 to 65535."),
                error("port", "65536", "--port: '65536' is not a whole number from 0 to 65535."),
                error("port", "-1", "--port: '-1' is not a whole number from 0 to 65535."),
                error("port", "8080.0", "--port: '8080.0' is not a whole number from 0 to 65535."),
                error("port", "99999999999", "--port: '99999999999' is not a whole number from 0 to 65535."),
                error("port", "80\n80", "--port: '80 80' is not a whole number from 0 to 65535."),
                error("max-body", "0", "--max-body: '0' is not a whole number from 1 to 2147483647."),
                error("max-body", "1MB", "--max-body: '1MB' is not a whole number from 1 to 2147483647."),
                error("title-limit", "100001", "--title-limit: '100001' is not a whole number from 0 to 100000."),
                error("put-status", "201", "--put-status: '201' is not one of 200, 204."),
                error("put-status", "ok", "--put-status: 'ok' is not one of 200, 204."),
                error("date-format", "iso", "--date-format: 'iso' is not one of millis, seconds."),
                error("date-filter", "", "--date-filter: '' is not one of day, instant."),
                error("post-response", "both", "--post-response: 'both' is not one of id, object."),
                error("put-omitted", "null", "--put-omitted: 'null' is not one of reset, keep."),
                error("unknown-options", "400", "--unknown-options: '400' is not one of refuse, ignore."),
                error(
                        "authentication",
                        "yes",
                        "--authentication: 'yes' is not one of align-tokens, both, atlassian-tokens."),
                error("strict-scope", "yes", "--strict-scope: 'yes' is not one of on, off."),
                error("strict-scope", "", "--strict-scope: '' is not one of on, off."),
                error(
                        "effort-points",
                        "1;2",
                        "--effort-points: '1;2' is not a list, which is any or whole numbers with commas between them."),
                error(
                        "effort-points",
                        "any,1",
                        "--effort-points: 'any,1' is not a list, which is any or whole numbers with commas between them."),
                error(
                        "effort-points",
                        " , ",
                        "--effort-points: ' , ' is not a list, which is any or whole numbers with commas between them."));
    }

    private static Arguments error(String name, String text, String message) {
        return Arguments.of(name, text, message);
    }

    @ParameterizedTest(name = "--{0} {1}")
    @MethodSource("errors")
    void aValueThatCannotBeUsedIsOneLineThatNamesTheOption(String name, String text, String message) {
        SettingException refusal = assertThrows(SettingException.class, () -> Settings.of(Map.of(name, text)));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void settingsOfWhichNoneIsChangedAreShared() {
        Settings settings = Settings.of(Map.of("rate-limit", "off"));
        assertSame(settings, settings.with(Map.of()));
    }

    @Test
    void anUnknownNameIsRefused() {
        SettingException refusal =
                assertThrows(SettingException.class, () -> Settings.of(new TreeMap<>(Map.of("dateFormat", "millis"))));
        assertEquals("Unknown setting 'dateFormat'.", refusal.getMessage());
    }

    @Test
    void whatIsWrittenIsReadWhateverBlanksAndCaseSurroundIt() {
        Settings settings = Settings.of(Map.of(
                "port",
                " 9090 ",
                "date-format",
                "SECONDS",
                "authentication",
                "Atlassian-Tokens",
                "strict-scope",
                "On",
                "singular-paths",
                "FALSE",
                "trusted-proxies",
                " 10.0.0.1 , ,::1",
                "effort-points",
                "1, 2,3",
                "title-limit",
                "0"));
        assertEquals(9090, settings.get(ServerSettings.PORT));
        assertEquals(Settings.DateFormat.SECONDS, settings.get(Settings.DATE_FORMAT));
        assertEquals(AccessSettings.SignOn.ATLASSIAN_TOKENS, settings.get(AccessSettings.AUTHENTICATION));
        assertEquals(true, settings.get(Settings.STRICT_SCOPE));
        assertEquals(false, settings.get(ServerSettings.SINGULAR_PATHS));
        assertEquals(
                "10.0.0.1/32,0:0:0:0:0:0:0:1/128",
                settings.get(ServerSettings.TRUSTED_PROXIES).toString());
        assertEquals(Set.of("1", "2", "3"), settings.get(Settings.EFFORT_POINTS));
        assertEquals(0, settings.get(Settings.TITLE_LIMIT));
        assertEquals("127.0.0.1", settings.get(ServerSettings.HOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "0", "1,2,3"})
    void effortPointsAreAScaleOrAny(String text) {
        assertEquals(
                Set.of(text.split(",")),
                Settings.DEFAULTS.with(Settings.EFFORT_POINTS, text).get(Settings.EFFORT_POINTS));
    }

    @Test
    void withChangesOneSettingAndLeavesTheOriginalAlone() {
        Settings first = Settings.of(Map.of("port", "1"));
        Settings second = first.with(ServerSettings.HOST, "0.0.0.0")
                .with(ServerSettings.PORT, "2")
                .with(ServerSettings.PORT, "3");
        assertEquals(1, first.get(ServerSettings.PORT));
        assertEquals("127.0.0.1", first.get(ServerSettings.HOST));
        assertEquals(3, second.get(ServerSettings.PORT));
        assertEquals("0.0.0.0", second.get(ServerSettings.HOST));
        assertThrows(SettingException.class, () -> first.with(ServerSettings.PORT, "many"));
    }

    @Test
    void aSettingOutsideTheTableHasNoValue() {
        Setting<Integer> stranger =
                new Setting<>("stranger", "N", "a number", "1", Integer::valueOf, "None of ours.", "-");
        assertThrows(SettingException.class, () -> Settings.DEFAULTS.get(stranger));
    }

    @Test
    void theBuildKnowsItsVersions() {
        assertTrue(BuildInfo.version().matches("[0-9].*"), BuildInfo.version());
        assertTrue(BuildInfo.swaggerUiVersion().matches("[0-9]+\\.[0-9]+\\.[0-9]+"), BuildInfo.swaggerUiVersion());
    }
}
