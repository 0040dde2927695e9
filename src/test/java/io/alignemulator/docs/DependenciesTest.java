package io.alignemulator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/dependencies.md says what every library is for, and how the image's bases are renewed. */
class DependenciesTest {

    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?<artifactId>([^<]+)<", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("^\\| (`[^|]+) \\|", Pattern.MULTILINE);

    @Test
    void theImageNamesItsBasesByDigest() throws IOException {
        List<String> bases = Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM "))
                .toList();
        List<String> byName = bases.stream()
                .filter(line -> !line.matches("FROM [a-z]+:[^@ ]+@sha256:[0-9a-f]{64}( AS [a-z]+)?"))
                .toList();
        assertEquals(List.of(), byName);
        assertEquals(2, bases.size());
    }

    @Test
    void theTableNamesTheDependenciesAndNoOthers() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String own = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
        List<String> declared =
                DEPENDENCY.matcher(own).results().map(each -> each.group(1)).toList();
        Stream<String> named = CELL.matcher(Files.readString(Path.of("docs/dependencies.md")))
                .results()
                .map(MatchResult::group)
                .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell).results())
                .map(each -> each.group(1));
        assertEquals(new TreeSet<>(declared), new TreeSet<>(named.toList()));
    }
}
