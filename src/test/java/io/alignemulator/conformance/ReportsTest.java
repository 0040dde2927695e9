package io.alignemulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.HttpCalls;
import io.alignemulator.conformance.judge.Check;
import io.alignemulator.conformance.reference.Pages;
import io.alignemulator.conformance.reference.ReferenceClient;
import io.alignemulator.conformance.reference.WrongReads;
import io.alignemulator.conformance.reference.WrongWaits;
import io.alignemulator.conformance.report.KnownFailures;
import io.alignemulator.conformance.report.ReportFiles;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.TextReport;
import io.alignemulator.conformance.report.Verdict.State;
import io.alignemulator.conformance.run.Observation;
import io.alignemulator.conformance.run.RunOptions;
import io.alignemulator.conformance.run.SuiteRun;
import io.alignemulator.conformance.suite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of a client: failures with the exchange that shows them, skips, known failures, files. */
class ReportsTest {

    private static final Suite SUITE = Suite.load();
    private static JiraAlignEmulator align;

    @BeforeAll
    static void start() {
        align = JiraAlignEmulator.builder().fixtures("minimal").start();
    }

    @AfterAll
    static void stop() {
        align.close();
    }

    private static SuiteResult judged(Function<ClientSite, ConformanceClient> client, String... ids) {
        return SuiteRun.of(SUITE.only(List.of(ids)), align.server(), client, RunOptions.of("a client"));
    }

    private static String report(SuiteResult result) {
        return TextReport.of(result, KnownFailures.EMPTY);
    }

    private static Function<ClientSite, ConformanceClient> wrong(String id) {
        return Objects.requireNonNull(
                id.startsWith("AUTH") || id.startsWith("PAGE")
                        ? WrongReads.all().get(id)
                        : WrongWaits.all().get(id));
    }

    @Test
    void aClientThatSleepsTenSecondsIsShownTheCallThatCameTooEarly() {
        String report = report(judged(wrong("RATE-01"), "RATE-01", "RATE-02"));
        assertTrue(report.startsWith("FAILED RATE-01 MUST: After an answer 429 no call is made"), report);
        assertTrue(report.contains("this one came after 10"), report);
        assertTrue(report.contains("GET /Regions/1 -> 429"), report);
        assertTrue(report.contains("1 passed, 1 failed"), report);
    }

    @Test
    void aClientThatSendsAPutForAPatchIsToldSoOnce() {
        SuiteResult result = judged(
                site -> new ReferenceClient(site) {
                    @Override
                    public void patch(String collection, long id, Map<String, Object> changes) {
                        Map<String, Object> record = new LinkedHashMap<>(get(collection, id));
                        record.putAll(changes);
                        replace(collection, id, record);
                    }
                },
                "WRITE-03",
                "WRITE-04",
                "WRITE-18",
                "NET-09");
        assertEquals(List.of("WRITE-03"), result.failed());
        assertEquals(3, result.count(State.NOT_EXERCISED), report(result));
        assertEquals(2, report(result).split("the client sent a PUT", -1).length, report(result));
    }

    @Test
    void aClientThatAsksForNoSecondPageIsNotJudgedByWhereItBegins() {
        SuiteResult result = judged(ReportsTest::stoppingAtTheFirstPage, "PAGE-07");
        assertEquals(1, result.count(State.NOT_EXERCISED), report(result));
    }

    @Test
    void aClientThatGivesUpBeforeABlockEndsIsToldFromOneThatWaitsAndDoesNotGoOn() {
        SuiteResult hasty = judged(site -> givingUp(site, Duration.ofSeconds(30)), "RATE-02", "RATE-07");
        assertEquals(List.of("RATE-02"), hasty.failed());
        assertTrue(report(hasty).contains("the client gave up after 30 of 60 seconds"), report(hasty));
        SuiteResult tired = judged(site -> givingUp(site, Duration.ofSeconds(61)), "RATE-02");
        assertTrue(
                report(tired).contains("waited 61 seconds, of which the block took 60, and did not go on"),
                report(tired));
    }

    @Test
    void whereTimeIsRealNothingSaysHowLongABlockLastsEither() {
        SuiteResult result = SuiteRun.of(
                SUITE.only(List.of("RATE-01", "RATE-03")),
                align.server(),
                site -> new ReferenceClient(site) {
                    @Override
                    protected Duration longestBlock() {
                        return Duration.ofMillis(1);
                    }
                },
                RunOptions.of("a client").with(RunOptions.Time.REAL));
        assertEquals(List.of("RATE-01"), result.failed(), report(result));
    }

    private static ReferenceClient stoppingAtTheFirstPage(ClientSite site) {
        return new ReferenceClient(site) {
            @Override
            protected boolean isLast(List<Map<String, Object>> page, Pages pages) {
                return true;
            }
        };
    }

    private static ReferenceClient givingUp(ClientSite site, Duration after) {
        return new ReferenceClient(site) {
            @Override
            protected boolean waitsForEndOfBlock(String method, String target) {
                site.waiting().accept(after);
                return false;
            }
        };
    }

    @Test
    void aClientThatDeletesNothingIsNotJudgedByIt() {
        SuiteResult result = judged(
                site -> new ReferenceClient(site) {
                    @Override
                    public void delete(String collection, long id) {
                        throw new ClientFailure(0, "nothing is deleted");
                    }
                },
                "NET-11");
        assertEquals(1, result.count(State.NOT_EXERCISED), report(result));
    }

    @Test
    void aClientThatStopsAtTheFirstPageIsShownThePageThatHasOneBehindIt() {
        SuiteResult result = judged(ReportsTest::stoppingAtTheFirstPage, "PAGE-01");
        assertEquals(List.of("PAGE-01"), result.failed());
        assertTrue(report(result).contains("The list should be read on: its last page has 100 rows"), report(result));
    }

    @Test
    void aClientThatRepeatsAPostOnATimeoutIsNamed() {
        SuiteResult result = judged(wrong("NET-04"), "NET-04");
        assertEquals(List.of("NET-04"), result.failed());
        assertTrue(report(result).contains("1 of Customers should be stored with {name=Once}; there are 3"));
        assertTrue(report(result).contains("POST /Customers -> 201 (fault 1: delay)"), report(result));
    }

    @Test
    void whatAClientDoesNotDoIsSkippedAndWhatDidNotHappenIsNotExercised() {
        SuiteResult result = SuiteRun.of(
                SUITE.only(List.of("WRITE-03", "DATA-02")),
                align.server(),
                ReferenceClient::new,
                RunOptions.of("a reader").with(EnumSet.of(Capability.READ)));
        assertEquals(1, result.count(State.SKIPPED));
        assertEquals(1, result.count(State.PASSED));
        assertTrue(report(result).contains("skipped WRITE-03"), report(result));
        assertTrue(report(result).contains("the client does not patch"), report(result));
    }

    @Test
    void aKnownFailureIsNoErrorAndOneThatPassesIs(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("known"), "# why\nRATE-01 sleeps too short\n\nRATE-02\n");
        KnownFailures known = KnownFailures.read(file, SUITE);
        SuiteResult result = judged(wrong("RATE-01"), "RATE-01", "RATE-02");
        assertEquals(List.of("RATE-02 passes, although the baseline says that it fails"), known.errors(result));
        assertEquals(List.of("RATE-01 fails"), KnownFailures.EMPTY.errors(result));
        Files.writeString(file, "RATE-99\n");
        assertThrows(SuiteException.class, () -> KnownFailures.read(file, SUITE));
    }

    @Test
    void theFilesSayTheSame(@TempDir Path folder) throws Exception {
        SuiteResult result = judged(wrong("RATE-01"), "RATE-01", "RATE-02", "DATA-05");
        ReportFiles.write(folder, result, KnownFailures.EMPTY);
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
        assertEquals(2, json.path("passed").asInt());
        assertEquals("failed", json.path("requirements").get(1).path("state").asString());
        assertTrue(json.path("requirements")
                        .get(1)
                        .path("failures")
                        .get(0)
                        .path("calls")
                        .size()
                >= 2);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("junit.xml").toFile())
                .getDocumentElement();
        assertEquals("3", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals(1, suite.getElementsByTagName("failure").getLength());
        String html = Files.readString(folder.resolve("report.html"));
        assertTrue(html.contains("<td class=\"failed\"><a href=\"#failed-RATE-01\">failed</a></td>"), html);
        assertTrue(html.indexOf("id=\"failed-RATE-01\"") < html.indexOf("<table>"), "failures stand first");
        assertEquals(2, html.split("<details", -1).length, "each failure stands once");
        assertFalse(html.contains("<script"), html);
        JsonNode badge = JsonMapper.shared().readTree(Files.readString(folder.resolve("badge.json")));
        assertEquals("2 of 3", badge.path("message").asString());
        assertEquals("red", badge.path("color").asString());
    }

    @Test
    void noReportShowsAToken() {
        String report = report(judged(wrong("RATE-01"), "RATE-01"));
        assertTrue(report.contains("authorization: Bearer user:1|***"), report);
    }

    @Test
    void anObservedClientIsJudgedByItsTraffic() {
        align.reset();
        HttpCalls.get(align.sandbox(), align.persona("super-admin"), "/Regions?$top=500&limit=3");
        SuiteResult result = Observation.of(SUITE, align.sandbox(), "somebody");
        assertEquals(List.of("PAGE-03", "QUERY-09"), result.failed());
        assertTrue(result.count(State.NOT_EXERCISED) > 60, report(result));
        assertEquals(
                State.PASSED,
                result.verdicts().stream()
                        .filter(each -> each.requirement().id().equals("AUTH-01"))
                        .findFirst()
                        .orElseThrow()
                        .state());
    }

    @Test
    void aCheckThatIsMisspeltIsRefused() {
        assertThrows(SuiteException.class, () -> SuiteJson.read("{\"returns-idz\": {}}", Check.class));
        assertThrows(
                SuiteException.class, () -> SuiteJson.read("{\"stored\": {\"collectoin\": \"Epics\"}}", Check.class));
    }
}
