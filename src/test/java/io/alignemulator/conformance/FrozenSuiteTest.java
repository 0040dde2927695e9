package io.alignemulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.conformance.suite.Requirement;
import io.alignemulator.conformance.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A version of the suite says the same for ever: a client that was judged by it can be judged again. Whoever changes a requirement raises the version and adds a list; {@code mvn test
 * -Dtest=FrozenSuiteTest -Drefresh} writes it.
 */
class FrozenSuiteTest {

    @Test
    void theRequirementsOfThisVersionAreThoseThatWereFrozen() throws IOException {
        Suite suite = Suite.load();
        Path file = Path.of("conformance/frozen/" + suite.version() + ".txt");
        List<String> lines =
                suite.requirements().stream().map(Requirement::line).toList();
        if (System.getProperty("refresh") != null && !Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        }
        assertEquals(Files.readAllLines(file), lines, "a changed requirement needs another version");
    }
}
