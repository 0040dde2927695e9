package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar carries the libraries of others, so it carries their licences. */
class LicencesTest {

    private static final String LIST = "META-INF/licenses/THIRD-PARTY.txt";

    @ParameterizedTest
    @ValueSource(
            strings = {"bifurcan", "jackson-databind", "jakarta.servlet-api", "javalin", "jetty-http", "json-schema-validator",
                "kotlin-stdlib", "lz4-pure-java", "mapdb", "picocli", "re2j", "slf4j-api", "swagger-ui"})
    void theListNamesTheLibrary(String library) throws IOException {
        assertTrue(lines().anyMatch(line -> line.startsWith(library + " ")), library);
    }

    @Test
    void everyFileThatTheListNamesIsInTheJar() throws IOException {
        List<String> files = lines().map(String::strip).filter(line -> line.startsWith("META-INF/")).toList();
        List<String> missing = files.stream()
                .filter(file -> LicencesTest.class.getResource("/" + file) == null)
                .collect(Collectors.toList());
        assertTrue(files.size() > 20, files.toString());
        assertEquals(List.of(), missing);
    }

    @Test
    void theEmulatorsOwnLicenceIsApache() throws IOException {
        assertTrue(text("META-INF/LICENSE").contains("Apache License"));
    }

    @Test
    void theSbomOfAReleaseNamesTheLibraries() throws IOException {
        assumeTrue(
                LicencesTest.class.getResource("/META-INF/sbom/application.cdx.json") != null,
                "the jar was not built with -Prelease, so it has no SBOM");
        String sbom = text("META-INF/sbom/application.cdx.json");
        for (String library : List.of("bifurcan", "jackson-databind", "javalin", "mapdb", "picocli", "re2j", "swagger-ui")) {
            assertTrue(sbom.contains("\"name\" : \"" + library + "\""), library);
        }
    }

    private static Stream<String> lines() throws IOException {
        return text(LIST).lines();
    }

    private static String text(String name) throws IOException {
        try (InputStream in = io.alignemulator.JiraAlignEmulator.class.getResourceAsStream("/" + name)) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
