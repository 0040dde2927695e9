package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.alignemulator.rules.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Everything that the control API refuses for a value of its bodies and queries, as data ({@code refusals.txt}), with the sentence that it tells: what was sent, that it is refused, and what would be
 * right. None reads as if the refused value were the right one.
 */
@Rule({"EMUL-25", "ROBU-01"})
@Tag("in-process")
class RefusalsTest extends BlackBox {

    private static final Pattern FORM = Pattern.compile("(The body|/\\S+|/\\S+: .+) ("
            + "is not (an? |one of |the number of |JSON: ).+"
            + "|is missing; it has to be (an? |one of ).+"
            + "|is not taken \\S.*; .+)");

    private static final Path RECORDS = Path.of("src/main/java/io/alignemulator/protocol");

    /** A check of a record: its first literal is the key. */
    private static final Pattern CHECK = Pattern.compile("Limits\\s*\\.(?!list|map|frozen)\\w+\\([^;\"]*?\"(\\w+)\"");

    private record Case(String method, String path, String body, List<String> told) {}

    @TestFactory
    List<DynamicTest> whatIsRefusedIsToldInOneForm() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Case each : cases()) {
            tests.add(dynamicTest(each.method() + " " + each.path() + " " + each.body(), () -> {
                Answer answer = control(each.method(), each.path(), each.body());
                assertEquals(400, answer.status(), answer.body());
                List<String> told = told(answer.json().path("error").asString());
                told.forEach(line -> assertTrue(FORM.matcher(line).matches(), line));
                assertEquals(each.told(), told);
            }));
        }
        tests.add(dynamicTest("each key that a record checks is among them", () -> assertEquals(Set.of(), untold())));
        return tests;
    }

    /** One mistake a line, without what stands before all of them. */
    private static List<String> told(String error) {
        return error.lines()
                .map(line -> line.replaceFirst("^The fault is refused: ", "").strip())
                .filter(line -> !line.matches("[0-9]+ mistakes"))
                .toList();
    }

    /** Keys that a record checks and no case is refused for. */
    private static Set<String> untold() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RECORDS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                CHECK.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .map(check -> check.replaceFirst("(?s).*\"(\\w+)\"$", "$1"))
                        .forEach(keys::add);
            }
        }
        assertTrue(keys.size() > 30, keys.toString());
        cases().stream()
                .flatMap(each -> each.told().stream())
                .map(line -> line.replaceFirst("^/(?:\\S*/)?(\\w+):? .*", "$1"))
                .forEach(keys::remove);
        return keys;
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("  ")) {
                cases.get(cases.size() - 1).told().add(line.strip());
            } else {
                String[] parts = line.split(" ", 3);
                cases.add(new Case(parts[0], parts[1], parts.length == 3 ? parts[2] : "", new ArrayList<>()));
            }
        }
        return cases;
    }

    private static List<String> lines() throws IOException {
        try (InputStream text = Objects.requireNonNull(RefusalsTest.class.getResourceAsStream("/refusals.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Pattern.compile("@([0-9]+)@").matcher(line).replaceAll(found -> "x"
                            .repeat(Integer.parseInt(found.group(1)))))
                    .toList();
        }
    }
}
