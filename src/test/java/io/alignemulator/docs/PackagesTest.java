package io.alignemulator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.settings.BuildInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packages for other languages have in common; their own tests are run with the examples. */
class PackagesTest {

    private static final List<String> PROGRAM = List.of(
            "lists all pages",
            "creates a record",
            "changes a record and nothing else",
            "waits out the block",
            "repeats a read that failed",
            "does not repeat a write that failed",
            "does not repeat a write whose answer was lost",
            "reader is refused");

    @ParameterizedTest
    @CsvSource({
        "java-junit/src/test/java/example/AlignClientTest.java, '@Test void (\\w+)'",
        "node/align-client.test.mjs, 'test\\(.([a-z ]+)'",
        "python-unittest/test_align_client.py, 'def test_(\\w+)'"
    })
    void theSameEightTestsStandInEachLanguageOnLessThanFortyLines(Path file, String test) throws IOException {
        Path example = Path.of("examples").resolve(file);
        List<String> named = Pattern.compile(test)
                .matcher(Files.readString(example))
                .results()
                .map(each -> words(each.group(1)))
                .toList();
        assertEquals(PROGRAM, named);
        assertTrue(Files.readAllLines(example).size() < 40);
    }

    @ParameterizedTest
    @CsvSource({"node/package.json, '\"version\": \"(.+)\"'", "python/pyproject.toml, 'version = \"(.+)\"'"})
    void aPackageHasTheVersionOfTheBuild(Path file, String version) throws IOException {
        Matcher written = Pattern.compile(version)
                .matcher(Files.readString(Path.of("clients").resolve(file)));
        assertTrue(written.find());
        assertEquals(BuildInfo.version().replace("-SNAPSHOT", ""), written.group(1));
    }

    @Test
    void thePageOfTheExamplesListsTheTests() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("examples/README.md"));
        assertEquals(
                PROGRAM,
                rows.stream()
                        .filter(row -> PROGRAM.stream().anyMatch(test -> row.startsWith("| " + test + " |")))
                        .map(row -> row.split("\\|")[1].strip())
                        .toList());
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", "_$1").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
