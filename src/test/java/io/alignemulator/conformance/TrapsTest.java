package io.alignemulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.conformance.reference.QueryText;
import io.alignemulator.conformance.reference.ReferenceClient;
import io.alignemulator.conformance.reference.Trapped;
import io.alignemulator.conformance.reference.WrongClients;
import io.alignemulator.conformance.report.KnownFailures;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.TextReport;
import io.alignemulator.conformance.run.RunOptions;
import io.alignemulator.conformance.suite.Scenario;
import io.alignemulator.conformance.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trap of the demo set that docs/own-site.md lists is met by a requirement: the client that falls into it fails that one. */
@Execution(ExecutionMode.CONCURRENT)
class TrapsTest {

    private static final Suite SUITE = Suite.load();
    private static final JudgingServers SERVERS = new JudgingServers();
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

    static List<Trap> traps() throws IOException {
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

    @AfterAll
    static void close() {
        SERVERS.close();
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

    /** What a client meets that leaves nothing out. */
    private static final class Walker extends ReferenceClient {

        private final Set<String> met;

        Walker(ClientSite site, Set<String> met) {
            super(site);
            this.met = met;
        }

        @Override
        protected QueryText filters() {
            return new QueryText() {
                @Override
                protected List<String> live() {
                    return List.of();
                }
            };
        }

        @Override
        public List<Map<String, Object>> list(String collection, Query query) {
            List<Map<String, Object>> records = super.list(collection, query);
            records.forEach(record -> met.add(named(collection, String.valueOf(record.get("id")))));
            return records;
        }

        @Override
        public Map<String, Object> get(String collection, long id) {
            met.add(named(collection, Long.toString(id)));
            return super.get(collection, id);
        }

        @Override
        public void patch(String collection, long id, Map<String, Object> changes) {
            met.add(named(collection, Long.toString(id)));
            super.patch(collection, id, changes);
        }
    }

    /** A record by the beginning of the name of its collection: story 1 lies in Stories. */
    private static String named(String collection, String id) {
        return collection.replace(" ", "").substring(0, 4).toLowerCase(Locale.ROOT) + " " + id;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void everyRecordThatIsNamedIsMetByTheScenarios(Trap trap) {
        Set<String> met = ConcurrentHashMap.newKeySet();
        judged(trap.requirements(), site -> new Walker(site, met));
        Matcher named = RECORDS.matcher(trap.records());
        Set<String> records = new TreeSet<>();
        while (named.find()) {
            for (String id : named.group(2).split(", ")) {
                records.add(named(named.group(1), id));
            }
        }
        assertFalse(records.isEmpty(), () -> trap + " names records");
        records.removeAll(met);
        assertEquals(Set.of(), records, "records that no client comes to");
    }

    private static SuiteResult judged(List<String> requirements, Function<ClientSite, ConformanceClient> client) {
        return SERVERS.judge(SUITE.only(requirements), client, RunOptions.of("a client"));
    }

    static List<Trapped.Fall> otherWays() {
        return Trapped.otherWays();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherWays")
    void whoFallsIntoATrapInAnotherWayFailsTheSameRequirement(Trapped.Fall fall) throws IOException {
        assertTrue(idsOfTheTable().contains(fall.requirement()), () -> fall + " concerns a trap");
        SuiteResult result = judged(List.of(fall.requirement()), fall.client());
        assertEquals(List.of(fall.requirement()), result.failed(), () -> TextReport.of(result, KnownFailures.EMPTY));
    }
}
