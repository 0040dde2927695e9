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

/** docs/dependencies.md says what every library is for. */
class DependenciesTest {

    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?<artifactId>([^<]+)<", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("^\\| (`[^|]+) \\|", Pattern.MULTILINE);

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
