package io.alignemulator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Java in the pages is taken from tests that are compiled and run. A block follows its mark, {@code <!-- snippet plain -->}; {@code mvn test -Dtest=DocumentedCodeTest -Drefresh}
 * writes the blocks anew.
 */
class DocumentedCodeTest {

    private static final Path PAGE = Path.of("docs/java.md");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- snippet ([a-z]+) -->\n```java\n(.*?)```\n", Pattern.DOTALL);

    @Test
    void thePageShowsWhatIsCompiled() throws IOException {
        Map<String, String> snippets = Snippets.all();
        String page = Files.readString(PAGE);
        TreeSet<String> shown = new TreeSet<>();
        String fresh = BLOCK.matcher(page).replaceAll(block -> {
            shown.add(block.group(1));
            assertTrue(snippets.containsKey(block.group(1)), "no test has the snippet " + block.group(1));
            return Matcher.quoteReplacement(
                    "<!-- snippet " + block.group(1) + " -->\n```java\n" + snippets.get(block.group(1)) + "\n```\n");
        });
        if (System.getProperty("refresh") != null) {
            Files.writeString(PAGE, fresh);
            page = fresh;
        }
        assertEquals(fresh, page, "see the comment of this class");
        assertEquals(snippets.keySet(), shown, "every snippet is shown");
    }

    @Test
    void everyBlockOfJavaHasItsMark() throws IOException {
        String page = Files.readString(PAGE);
        assertEquals(
                Pattern.compile("```java").matcher(page).results().count(),
                BLOCK.matcher(page).results().count(),
                "a block that nobody compiles rots");
    }
}
