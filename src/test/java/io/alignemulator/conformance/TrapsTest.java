package io.alignemulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.conformance.reference.Trapped;
import io.alignemulator.conformance.reference.WrongClients;
import io.alignemulator.conformance.report.KnownFailures;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.TextReport;
import io.alignemulator.conformance.run.RunOptions;
import io.alignemulator.conformance.run.SuiteRun;
import io.alignemulator.conformance.suite.Scenario;
import io.alignemulator.conformance.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every trap of the demo set that docs/own-site.md lists is met by a requirement: the client that falls into it fails that one. */
@Execution(ExecutionMode.CONCURRENT)
class TrapsTest {

    private static final Suite SUITE = Suite.load();
    private static final String HEADING = "| record | what it is | fails |";
    private static final Pattern RECORDS = Pattern.compile("([a-z]+(?: [a-z]+)?) (\\d+(?:, \\d+)*)");

    /** A row of the table. */
    private record Trap(String records, List<String> requirements) {

        static Trap of(String row) {
            String[] cells = row.split("\\|");
            return new Trap(
                    cells[1].strip(),
                    Arrays.stream(cells[3].split(","))
                            .map(String::strip)
                            .filter(id -> !id.isEmpty())
                            .toList());
        }
    }

    private static List<Trap> traps() throws IOException {
        String page = Files.readString(Path.of("docs/own-site.md"));
        assertTrue(page.contains(HEADING), () -> "the page has a table with the heading " + HEADING);
        return page.substring(page.indexOf(HEADING))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Trap::of)
                .toList();
    }

    private static Set<String> idsOfTheTable() throws IOException {
        return traps().stream()
                .flatMap(trap -> trap.requirements().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTrapNamesItsRequirements() throws IOException {
        for (Trap trap : traps()) {
            assertFalse(trap.requirements().isEmpty(), () -> trap + " is met by no requirement");
        }
    }

    @Test
    void theyAreThoseThatAreJudgedOnTheDemoSetAndEachHasAClientThatDoesNotMeetIt() throws IOException {
        Set<String> judged = SUITE.scenarios().stream()
                .filter(scenario -> "demo".equals(scenario.site().get("fixtures")))
                .map(Scenario::judges)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(judged, idsOfTheTable());
        assertTrue(WrongClients.all().keySet().containsAll(judged));
    }

    @Test
    void everyRecordThatIsNamedIsThere() throws IOException {
        for (Trap trap : traps()) {
            Matcher named = RECORDS.matcher(trap.records());
            assertTrue(named.find(), () -> trap + " names records");
            do {
                Set<Long> ids = idsOf(named.group(1));
                for (String id : named.group(2).split(", ")) {
                    assertTrue(ids.contains(Long.valueOf(id)), () -> trap + ": there is no " + id);
                }
            } while (named.find());
        }
    }

    /** The ids of a file of the demo set that begins like a noun. */
    private static Set<Long> idsOf(String noun) throws IOException {
        String beginning = noun.replace(" ", "").substring(0, 4);
        try (Stream<Path> files = Files.list(Path.of("fixtures/demo"))) {
            Path file = files.filter(each -> String.valueOf(each.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .startsWith(beginning))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there are no " + noun));
            Set<Long> ids = new TreeSet<>();
            for (JsonNode row : JsonMapper.shared().readTree(file.toFile())) {
                ids.add(row.required("id").longValue());
            }
            return ids;
        }
    }

    static List<Trapped.Fall> otherWays() {
        return Trapped.otherWays();
    }

    /** On a server of its own, since calls without a token tell no client from another. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("otherWays")
    void whoFallsIntoATrapInAnotherWayFailsTheSameRequirement(Trapped.Fall fall) throws IOException {
        assertTrue(idsOfTheTable().contains(fall.requirement()), () -> fall + " concerns a trap");
        try (JiraAlignEmulator align =
                JiraAlignEmulator.builder().fixtures("minimal").start()) {
            SuiteResult result = SuiteRun.of(
                    SUITE.only(List.of(fall.requirement())), align.server(), fall.client(), RunOptions.of(fall.way()));
            assertEquals(
                    List.of(fall.requirement()), result.failed(), () -> TextReport.of(result, KnownFailures.EMPTY));
        }
    }
}
