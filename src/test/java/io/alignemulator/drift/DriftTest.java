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
                    passing -> passing.asksFor(collection)
                                    && !passing.call().matches(".*(\\$select|/editmeta|/auditlog).*")
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
        assertEquals(List.of(), served, "not asked");
        assertEquals(
                Set.of("auditlog", "editmeta"),
                report.resources().get("Feature").below().keySet());
        assertEquals("confirmed in part", report.rules().get("REPR-16"));
        assertEquals("confirmed in part", report.rules().get("REPR-18"));
        assertEquals("confirmed in part", report.rules().get("REPR-19"));
        assertEquals("confirmed in part", report.rules().get("REPR-20"));
        assertEquals("confirmed in part", report.rules().get("OKR-03"));
        assertEquals("confirmed", report.fields().get("CustomFieldDefinition.allowedValues"));
        assertEquals("confirmed", report.fields().get("AuditLogEntry.details"));
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
        "page-cap, 50, LIST-02, stories",
        "date-format, seconds, REPR-03, stories",
        "singular-paths, off, ADDR-05, stories",
        "undollared-options, ignore, LIST-05, stories",
        "unknown-options, ignore, LIST-09, stories",
        "in-operator, accept, FILT-05, stories",
        "rules, ADDR-12=off, ADDR-12, stories",
        "rules, LIST-21=off, LIST-21, stories",
        "rules, REPR-20=off, REPR-20, stories",
        "rules, REPR-20=off, REPR-20, dependencies",
        "rules, OKR-03=off, OKR-03, keyresults"
    })
    void aSiteThatIsSetOtherwiseIsFoundByTheRule(String setting, String value, String rule, String collection) {
        try (JiraAlignEmulator other = JiraAlignEmulator.builder()
                .fixtures("demo")
                .rateLimit("off")
                .set(setting, value)
                .start()) {
            DriftOptions one =
                    DriftOptions.reading(other.uri().toString(), TOKEN, "").only(Set.of(collection));
            Report report = Drift.of(one).run(new TurnedTime(), said -> {});
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

    private static final String GRID = "gridconfigurations/{itemtype}/columnconfigurations";

    /** A difference of what is no record of a plain collection, or of what follows from one. */
    private static Planted below(
            String what, String subject, String rule, String collection, String call, Consumer<ObjectNode> change) {
        return new Planted(
                what,
                subject,
                rule,
                collection,
                passing -> passing.call().replaceFirst("[?].*", "").matches(".*" + call + "(/\\d+)?")
                                && !passing.call().contains("$select")
                        ? passing.records(record -> {
                            change.accept(record);
                            return record;
                        })
                        : passing);
    }

    private static Stream<Arguments> plantedBelow() {
        return Stream.of(
                        below(
                                "missing-key",
                                "GridConfiguration.name",
                                "",
                                GRID,
                                "/GridConfigurations/epic/ColumnConfigurations",
                                row -> row.remove("name")),
                        below(
                                "type",
                                "GridConfiguration.defaultDisplay",
                                "",
                                GRID,
                                "/GridConfigurations/epic/ColumnConfigurations",
                                row -> row.put("defaultDisplay", 1)),
                        below(
                                "missing-key",
                                "CustomFieldDefinition.label",
                                "",
                                "features",
                                "/editmeta",
                                meta -> meta.path("customfields").forEach(each -> ((ObjectNode) each).remove("label"))),
                        below(
                                "extra-key",
                                "CustomFieldDefinition.{key}",
                                "",
                                "features",
                                "/editmeta",
                                meta -> meta.path("customfields")
                                        .forEach(each -> ((ObjectNode) each).put("OurOwnName", 1))),
                        below(
                                "body",
                                "GET Features/{id}/editmeta",
                                "REPR-16",
                                "features",
                                "/editmeta",
                                meta -> meta.set("fields", meta.remove("customfields"))),
                        new Planted(
                                "status",
                                "GET Features/{id}/editmeta",
                                "REPR-16",
                                "features",
                                passing -> passing.call().contains("/editmeta") ? passing.status(404) : passing),
                        below(
                                "missing-key",
                                "AuditLogEntry.changedBy",
                                "",
                                "ideas",
                                "/auditlog",
                                row -> row.remove("changedBy")),
                        below(
                                "date-form",
                                "AuditLogEntry.auditTimeStamp",
                                "REPR-03",
                                "ideas",
                                "/auditlog",
                                row -> row.put("auditTimeStamp", "2026-11-20")),
                        below(
                                "body",
                                "GET Ideas/{id}/auditlog",
                                "REPR-18",
                                "ideas",
                                "/auditlog",
                                row -> row.put("details", "Izone created")),
                        below(
                                "body",
                                "GET Epics/{id}/auditlog",
                                "REPR-19",
                                "epics",
                                "/auditlog",
                                row -> row.put(
                                        "details",
                                        row.path("details").asString().replace("created", "made"))),
                        new Planted(
                                "status",
                                "GET Ideas/{id}/auditlog",
                                "REPR-18",
                                "ideas",
                                passing -> passing.call().contains("/auditlog") ? passing.status(500) : passing),
                        below(
                                "computed",
                                "Risk.exposure",
                                "REPR-20",
                                "risks",
                                "/Risks",
                                row -> row.put("exposure", 99.0)),
                        below(
                                "computed",
                                "Story.isAccepted",
                                "REPR-20",
                                "stories",
                                "/Stories",
                                row -> row.put("isAccepted", 1)),
                        below(
                                "computed",
                                "ReleaseVehicle.storiesCount",
                                "REPR-20",
                                "releasevehicles",
                                "/ReleaseVehicles",
                                row -> row.put("storiesCount", 99)),
                        below(
                                "computed",
                                "KeyResult.score",
                                "OKR-03",
                                "keyresults",
                                "/KeyResults",
                                row -> row.put("score", 0.123)))
                .map(each -> Arguments.of(each.what() + " " + each.subject(), each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantedBelow")
    void aDifferenceBelowARecordOrOfWhatFollowsFromItIsFoundAlone(String name, Planted planted) {
        Report report = report(Set.of(planted.collection()), planted.alteration());
        assertEquals(1, report.findings().size(), report.text());
        assertEquals(planted.what(), report.findings().get(0).what(), report.text());
        assertTold(report, planted);
        assertFalse(report.json().contains("OurOwnName"), "what a site calls its fields is its own");
    }

    @Test
    void aPageThatIsClosedBelowARecordSaysNothing() {
        Report report = report(
                Set.of("features"),
                passing -> passing.call().matches(".*/(editmeta|auditlog)")
                        ? passing.status(403).body("")
                        : passing);
        assertEquals(List.of(), report.findings());
        assertEquals(Map.of(), report.resources().get("Feature").below());
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
