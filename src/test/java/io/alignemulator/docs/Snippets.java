package io.alignemulator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Pieces of the tests in this package, and of those of the consumers with Spring, that pages of the documentation show. */
final class Snippets {

    private static final List<Path> SOURCES = List.of(
            Path.of("src/test/java/io/alignemulator/docs"),
            Path.of("src/it/consumers/spring-boot-3/src/test/java/example"));
    private static final String BEGIN = "// snippet ";
    private static final String END = "// end";

    private Snippets() {}

    /** Runs a test class that is shown. */
    static void run(Class<?> type) {
        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .execute()
                .allEvents();
        assertEquals(List.of(), events.failed().stream().map(String::valueOf).toList());
        assertTrue(events.succeeded().count() > 0, "it has tests");
    }

    /** The pieces by their names, without the indentation that they have in common. */
    static Map<String, String> all() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith("Test.java"))
                        .toList()) {
                    add(Files.readAllLines(file), all);
                }
            }
        }
        return all;
    }

    private static void add(List<String> lines, Map<String, String> all) {
        for (int i = 0; i < lines.size(); i++) {
            String mark = lines.get(i).strip();
            if (mark.startsWith(BEGIN)) {
                List<String> rest = lines.subList(i + 1, lines.size());
                List<String> piece = rest.stream()
                        .takeWhile(line -> !line.strip().equals(END))
                        .toList();
                all.put(mark.substring(BEGIN.length()), String.join("\n", piece).stripIndent());
            }
        }
    }
}
