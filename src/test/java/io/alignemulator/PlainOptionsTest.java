package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import picocli.CommandLine;

/** What is read without the library of the command line is what that library reads. */
class PlainOptionsTest {

    private static final List<String> PIECES = List.of(
            "--port",
            "--port=9090",
            "--fixtures=minimal",
            "--fixtures",
            "--data=a=b",
            "--data=",
            "--end-with-stdin",
            "--end-with-stdin=off",
            "--shuffle",
            "--no-archive",
            "--nonsense",
            "--portal",
            "--por",
            "-p",
            "--",
            "-h",
            "",
            "@file",
            "off",
            "minimal",
            "9191",
            "\"quoted\"");

    @Provide
    Arbitrary<List<String>> arguments() {
        return Arbitraries.of(PIECES).list().ofMaxSize(4);
    }

    @Property(tries = 3000)
    void whatIsPlainMeansTheSame(@ForAll("arguments") List<String> arguments) {
        Optional<Map<String, String>> plain = SettingOptions.plain(arguments);
        Statistics.label("plain").collect(plain.isPresent());
        plain.ifPresent(options -> assertEquals(asParsed(arguments), asRead(options), arguments.toString()));
    }

    @Example
    void startsAsTheyAreUsuallyWrittenArePlain() {
        assertEquals(
                Optional.of(Map.of("port", "8080", "fixtures", "demo", "end-with-stdin", "on", "rate-limit", "off")),
                SettingOptions.plain(
                        List.of("--port", "8080", "--fixtures=demo", "--end-with-stdin", "--rate-limit", "off")));
        assertEquals(Optional.of(Map.of()), SettingOptions.plain(List.of()));
    }

    private static String asParsed(List<String> arguments) {
        CommandLine.ParseResult parsed =
                new CommandLine(ServeCommand.spec()).parseArgs(arguments.toArray(String[]::new));
        try {
            return told(SettingOptions.read(parsed, Map.of()));
        } catch (SettingException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String asRead(Map<String, String> options) {
        try {
            return told(SettingOptions.read(options, Map.of()));
        } catch (SettingException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String told(Settings settings) {
        StringBuilder all = new StringBuilder();
        Settings.ALL.forEach(setting -> all.append(setting.name())
                .append('=')
                .append(settings.text(setting))
                .append('\n'));
        return all.toString();
    }
}
