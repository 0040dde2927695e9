package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.build.GeneratedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed generated files are those that the catalogue gives today. */
class GeneratedFilesTest {

    private static final Path ROOT = Path.of("");

    /** Made once for all tests: it starts a site. */
    private static final Map<String, String> GENERATED = generate();

    @TestFactory
    Stream<DynamicTest> committedFileIsWhatTheCatalogueGives() {
        return GENERATED.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> assertCurrent(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira-align-2.0.json", "jira-align-2.0.openapi-3.0.json"})
    void documentInTheJarIsTheCommittedOne(String name) throws IOException {
        try (var in = GeneratedFilesTest.class.getResourceAsStream("/io/alignemulator/http/" + name)) {
            assertEquals(
                    Files.readString(ROOT.resolve("openapi").resolve(name)),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void generatingTwiceGivesTheSameBytes() {
        assertEquals(GENERATED, generate());
    }

    private static Map<String, String> generate() {
        try {
            return GeneratedFiles.contents(ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertCurrent(Map.Entry<String, String> file) throws IOException {
        String refresh = file.getKey() + " is stale; run: " + GeneratedFiles.REFRESH;
        Path committed = ROOT.resolve(file.getKey());
        assertTrue(Files.exists(committed), refresh);
        List<String> expected = file.getValue().lines().toList();
        List<String> actual = Files.readString(committed).lines().toList();
        for (int line = 0; line < Math.min(expected.size(), actual.size()); line++) {
            assertEquals(expected.get(line), actual.get(line), refresh + " (line " + (line + 1) + ")");
        }
        assertEquals(expected.size(), actual.size(), refresh);
    }
}
