package io.alignemulator.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The drift kit against an emulator that differs from itself in known ways. */
class DriftTest {

    private static final String TOKEN = "user:1|super-admin";
    private static JiraAlignEmulator align;

    @BeforeAll
    static void start() {
        align = JiraAlignEmulator.builder().fixtures("demo").rateLimit("off").start();
    }

    @AfterAll
    static void stop() {
        align.close();
    }

    private static Report report(Set<String> only, UnaryOperator<AlteredSite.Passing> alteration) {
        try (AlteredSite site = AlteredSite.of(align.uri(), alteration)) {
            return Drift.of(DriftOptions.reading(site.uri().toString(), TOKEN, "")
                            .only(only))
                    .run(new TurnedTime(), said -> {});
        }
    }

    private static Map<String, Set<String>> subjects(Report report) {
        Map<String, Set<String>> all = new TreeMap<>();
        report.findings().forEach(each -> all.computeIfAbsent(each.what(), same -> new TreeSet<>())
                .addAll(each.subjects()));
        return all;
    }

    /** A difference that is planted, and what is told of it. */
    private record Planted(
            String what,
            String subject,
            String rule,
            String collection,
            UnaryOperator<AlteredSite.Passing> alteration) {

        static Planted records(
                String what, String subject, String rule, String collection, Consumer<ObjectNode> change) {
            return new Planted(
                    what,
                    subject,
                    rule,
                    collection,
                    passing -> passing.asksFor(collection) && !passing.call().contains("$select")
                            ? passing.records(record -> {
                                change.accept(record);
                                return record;
                            })
                            : passing);
        }
    }

    private static final List<Planted> PLANTED = List.of(
            Planted.records("missing-key", "Epic.mvp", "", "epics", record -> record.remove("mvp")),
            Planted.records("key-order", "Goal", "", "goals", record -> {
                JsonNode moved = record.path("description");
                record.remove("description");
                record.set("description", moved);
            }),
            Planted.records(
                    "type",
                    "Team.type",
                    "",
                    "teams",
                    record -> record.put("type", record.path("type").asString())),
            Planted.records("null", "Program.title", "", "programs", record -> record.putNull("title")),
            Planted.records(
                    "date-form",
                    "Iteration.beginDate",
                    "REPR-03",
                    "iterations",
                    record -> record.put(
                            "beginDate", record.path("beginDate").asString().replace(".000Z", "Z"))),
            new Planted(
                    "status",
                    "GET {list}/abc",
                    "ADDR-12",
                    "cities",
                    passing -> passing.call().endsWith("/abc") ? passing.status(400) : passing),
            new Planted(
                    "header",
                    "GET {list} with the credential none, GET {list} with the credential wrong",
                    "ERRS-01",
                    "cities",
                    passing -> passing.without("www-authenticate")),
            new Planted(
                    "sentence",
                    "GET {list}/999999999",
                    "ERRS-02",
                    "cities",
                    passing -> passing.body(
                            passing.body().replaceFirst("Cannot get (.*) with id", "There is no $1 with the id"))),
            new Planted("page-size", "", "LIST-02", "stories", passing -> passing.page(50)),
            Planted.records("extra-key", "User.planted", "", "users", record -> record.put("planted", 5)));

    private static Stream<Arguments> planted() {
        return PLANTED.stream().map(each -> Arguments.of(each.what(), each));
    }

    @Test
    void nothingDiffersOnAnEmulatorThatIsNotAltered() {
        Report report = report(Set.of(), UnaryOperator.identity());
        assertEquals(List.of(), report.findings());
        assertTrue(report.complete(), report.note());
        assertEquals("confirmed", report.rules().get("LIST-02"));
        assertEquals("confirmed", report.fields().get("Epic.title"));
        List<String> served = Catalogue.load().resources().stream()
                .filter(Resource::isServed)
                .map(Resource::name)
                .filter(name -> !report.resources().containsKey(name))
                .toList();
        assertEquals(
                List.of("GridConfiguration"), served, "its address needs the number of a type, which no record tells");
        assertTrue(
                report.patch().stream().allMatch(each -> each.because().equals(PatchLine.EVIDENCE)), "no difference");
    }

    @ParameterizedTest
    @CsvSource({
        "demo, user:4|team-member",
        "demo, user:5|read-only",
        "minimal, user:1|super-admin",
        "empty, user:1|super-admin"
    })
    void nothingDiffersWhoeverAsksAndWhateverIsThere(String fixtures, String token) {
        try (JiraAlignEmulator other =
                JiraAlignEmulator.builder().fixtures(fixtures).rateLimit("off").start()) {
            String own = other.tokens().containsValue(token)
                    ? token
                    : other.sandbox().newToken(1);
            Report report = Drift.of(DriftOptions.reading(other.uri().toString(), own, ""))
                    .run(new TurnedTime(), said -> {});
            assertEquals(List.of(), report.findings());
            assertTrue(report.complete(), report.note());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page-cap, 50, LIST-02",
        "date-format, seconds, REPR-03",
        "singular-paths, off, ADDR-05",
        "undollared-options, ignore, LIST-05",
        "unknown-options, ignore, LIST-09",
        "in-operator, accept, FILT-05",
        "rules, ADDR-12=off, ADDR-12",
        "rules, LIST-21=off, LIST-21"
    })
    void aSiteThatIsSetOtherwiseIsFoundByTheRule(String setting, String value, String rule) {
        try (JiraAlignEmulator other = JiraAlignEmulator.builder()
                .fixtures("demo")
                .rateLimit("off")
                .set(setting, value)
                .start()) {
            DriftOptions stories =
                    DriftOptions.reading(other.uri().toString(), TOKEN, "").only(Set.of("stories"));
            Report report = Drift.of(stories).run(new TurnedTime(), said -> {});
            assertEquals("broken", report.rules().get(rule), report.text());
            assertEquals(1, report.findings().size(), report.text());
        }
    }

    @Test
    void exactlyTheTenPlantedDifferencesAreFound() {
        UnaryOperator<AlteredSite.Passing> all = PLANTED.stream()
                .map(Planted::alteration)
                .reduce(UnaryOperator.identity(), (one, other) -> passing -> other.apply(one.apply(passing)));
        Report report = report(Set.of(), all);
        assertEquals(10, report.findings().size(), report.text());
        assertEquals(
                PLANTED.stream().map(Planted::what).collect(Collectors.toCollection(TreeSet::new)),
                subjects(report).keySet());
        PLANTED.forEach(each -> assertTold(report, each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void aPlantedDifferenceIsFoundAlone(String what, Planted planted) {
        Report report = report(Set.of(planted.collection()), planted.alteration());
        assertEquals(1, report.findings().size(), report.text());
        assertEquals(planted.what(), report.findings().get(0).what(), report.text());
        assertTold(report, planted);
    }

    private static void assertTold(Report report, Planted planted) {
        Finding finding = report.findings().stream()
                .filter(each -> each.what().equals(planted.what()))
                .findFirst()
                .orElseThrow();
        if (!planted.subject().isEmpty()) {
            assertEquals(planted.subject(), String.join(", ", finding.subjects()));
        }
        assertEquals(planted.rule(), String.join(" ", finding.rules()));
        assertTrue(
                report.patch().stream()
                        .anyMatch(each -> each.isDifference()
                                && (planted.rule().isEmpty()
                                        ? each.file().startsWith("openapi/resources/")
                                        : each.key().startsWith(planted.rule()))),
                report.text());
    }

    @Test
    void whatExpandingAddsIsComparedToo() {
        Report same = report(Set.of("epics"), UnaryOperator.identity());
        assertEquals("confirmed", same.fields().get("Epic.x-expand.owner"));
        assertEquals("confirmed", same.rules().get("REPR-09"));
        Report other = report(
                Set.of("epics"),
                passing -> passing.call().contains("expand=true")
                        ? passing.records(record -> {
                            record.remove("state");
                            record.put("owner", "somebody");
                            return record;
                        })
                        : passing);
        assertEquals(
                Map.of("missing-key", Set.of("Epic.state"), "type", Set.of("Epic.x-expand.owner")), subjects(other));
        assertEquals("broken", other.rules().get("REPR-09"));
    }

    @Test
    void whatIsToBeChangedIsNamedWithFileAndKey() {
        Report report = report(Set.of("teams"), PLANTED.get(2).alteration());
        assertTrue(
                report.text().contains("openapi/resources/Team.yaml: properties.type.type: integer -> string"),
                report.text());
        assertEquals("broken", report.fields().get("Team.type"));
        assertFalse(report.text().contains("No difference"));
    }
}
