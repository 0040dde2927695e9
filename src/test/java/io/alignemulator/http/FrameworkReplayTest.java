package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The measured requests, sent again: status, rows and effect of each, and the sentences of the refusals. What differs on purpose says so in the data, or in {@code on-purpose.json} with a rule and a reason; what is not
 * done yet stands in {@code open.txt} and {@code open-sentences.txt}, which {@code -Drefresh} writes anew. {@code target/framework-replay.txt} tells every difference.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Rule({"LIST-01", "FILT-01", "WRIT-01", "WRIT-03"})
class FrameworkReplayTest {

    private static final Path DATA = Path.of("src/test/resources/framework");
    private static final String RECORD = "/epics/1001";

    private final List<FrameworkVerdict> verdicts = new ArrayList<>();

    @BeforeAll
    void sendAll(@TempDir Path folder) throws IOException {
        try (EmulatedSite site = FrameworkSite.start(folder)) {
            Map<String, JsonNode> stored = record(site, RECORD);
            FrameworkRow.all().forEach(row -> verdicts.add(verdict(site, row, stored)));
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/framework-replay.txt"), report());
    }

    private static FrameworkVerdict verdict(EmulatedSite site, FrameworkRow row, Map<String, JsonNode> stored) {
        Answer answer = row.send(new Wire(site.uri(), site.token()));
        if (row.method().equals("GET")) {
            return FrameworkVerdict.of(row, answer, Map.of(), Map.of());
        }
        boolean created = answer.status() == 201;
        Map<String, JsonNode> after =
                record(site, created ? "/epics/" + answer.body().strip() : RECORD);
        site.reset();
        return FrameworkVerdict.of(row, answer, created ? Map.of() : stored, after);
    }

    /** The measured keys of a record but for the stamp of its change. */
    private static Map<String, JsonNode> record(EmulatedSite site, String path) {
        JsonNode record = site.client().get(path).json();
        return FrameworkSite.keys().stream()
                .filter(key -> !key.equals("lastUpdatedDate") && record.has(key))
                .collect(Collectors.toMap(key -> key, record::path, (a, b) -> b, HashMap::new));
    }

    private List<String> report() {
        Stream<String> differences = judged(verdict -> !verdict.isEqual())
                .map(verdict -> verdict.row() + "\n    " + String.join("\n    ", verdict.differences()));
        Stream<String> sentences = judged(verdict -> verdict.sentence().isPresent())
                .map(verdict ->
                        verdict.row() + "\n    says " + verdict.sentence().get() + "\n    for  "
                                + verdict.row().sentences());
        return Stream.concat(differences, sentences).toList();
    }

    private Stream<FrameworkVerdict> judged(Predicate<FrameworkVerdict> which) {
        return verdicts.stream()
                .filter(verdict -> verdict.row().onPurpose().isEmpty())
                .filter(which);
    }

    @Test
    void everyMeasuredRequestIsAnsweredAsMeasuredUnlessARuleSaysOtherwise() {
        compare("open.txt", judged(verdict -> !verdict.isEqual()));
    }

    @Test
    void refusalsSayWhatTheFrameworkSays() {
        compare("open-sentences.txt", judged(verdict -> verdict.sentence().isPresent()));
    }

    @Test
    void whatDiffersOnPurposeDiffers() {
        assertEquals(
                List.of(),
                verdicts.stream()
                        .filter(verdict -> verdict.row().onPurpose().isPresent())
                        .filter(verdict ->
                                verdict.isEqual() && verdict.sentence().isEmpty())
                        .map(verdict -> verdict.row().id())
                        .toList(),
                "answered as measured, to be moved to the equal ones of on-purpose.json");
    }

    @Test
    void noRequestIsAnsweredByAnErrorOfTheServer() {
        assertEquals(
                List.of(),
                verdicts.stream()
                        .filter(verdict -> verdict.status() >= 500)
                        .map(verdict -> verdict.row().toString())
                        .toList());
    }

    private static void compare(String file, Stream<FrameworkVerdict> found) {
        Set<String> ids = found.map(verdict -> verdict.row().id()).collect(Collectors.toCollection(TreeSet::new));
        if (System.getProperty("refresh") != null) {
            write(file, ids);
        }
        Set<String> open = new TreeSet<>(read(file));
        Set<String> worse = new TreeSet<>(ids);
        worse.removeAll(open);
        Set<String> better = new TreeSet<>(open);
        better.removeAll(ids);
        assertTrue(
                worse.isEmpty(),
                () -> "answered otherwise than measured (target/framework-replay.txt says how): " + worse);
        assertTrue(better.isEmpty(), () -> "equal by now, to be taken out of " + file + " (-Drefresh): " + better);
    }

    private static List<String> read(String file) {
        try {
            return Files.readAllLines(DATA.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String file, Set<String> lines) {
        try {
            Files.write(DATA.resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
