package io.alignemulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.HttpCalls;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import io.alignemulator.conformance.reference.ReferenceClient;
import io.alignemulator.conformance.report.KnownFailures;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.TextReport;
import io.alignemulator.conformance.report.Verdict;
import io.alignemulator.conformance.run.Observation;
import io.alignemulator.conformance.suite.Suite;
import io.alignemulator.protocol.ClientVerdicts;
import io.alignemulator.protocol.calls.Exchange;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that is only observed is told the truth, whatever it reads and however much of that the journal keeps. */
class ObservationTest {

    private static final Suite SUITE = Suite.load();
    private static JiraAlignEmulator align;

    private Sandbox site;
    private Persona admin;

    @BeforeAll
    static void start() {
        align = JiraAlignEmulator.builder().fixtures("demo").start();
    }

    @AfterAll
    static void stop() {
        align.close();
    }

    @BeforeEach
    void reset() {
        align.reset();
        site = align.sandbox();
        admin = site.persona("super-admin");
    }

    private SuiteResult observed() {
        return Observation.of(SUITE, site, "somebody");
    }

    private static Map<String, String> states(SuiteResult result) {
        Map<String, String> states = new TreeMap<>();
        result.verdicts()
                .forEach(each -> states.put(
                        each.requirement().id(),
                        each.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                                + each.failures().size()));
        return states;
    }

    private static Map<String, String> states(ClientVerdicts verdicts) {
        Map<String, String> states = new TreeMap<>();
        verdicts.verdicts()
                .forEach(each -> states.put(
                        each.id(), each.state() + " " + each.failures().size()));
        return states;
    }

    private static String report(SuiteResult result) {
        return TextReport.of(result, KnownFailures.EMPTY);
    }

    private ReferenceClient client() {
        return new ReferenceClient(new ClientSite(
                site.baseUri(),
                admin.token(),
                Optional.empty(),
                waiting -> {},
                URI.create("http://nowhere.invalid"),
                Duration.ofSeconds(30)));
    }

    private boolean keepsTheBeginningOnly() {
        return site.requests().all().stream().map(Exchange::response).anyMatch(Exchange.Response::bodyTruncated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Stories", "/Stories?$top=100", "/Stories?$select=id"})
    void aClientThatReadsPageOneOnlyIsCaughtWhateverTheSizeOfThePage(String list) {
        HttpCalls.get(site, admin, list);
        assertEquals(!list.contains("select"), keepsTheBeginningOnly());
        SuiteResult result = observed();
        assertEquals(List.of("PAGE-01"), result.failed());
        assertTrue(report(result).contains("its last page has 100 rows"), report(result));
    }

    @Test
    void aClientThatReadsWholeRecordsToTheEndIsNotBlamed() {
        client().list("Stories", ConformanceClient.Query.ALL);
        assertTrue(keepsTheBeginningOnly());
        assertEquals(List.of(), observed().failed(), () -> report(observed()));
    }

    @Test
    void rowsThatAreReadTwiceAreSeenWhateverTheSizeOfThePage() {
        HttpCalls.get(site, admin, "/Stories");
        HttpCalls.get(site, admin, "/Stories?$skip=90");
        assertEquals(List.of("PAGE-01", "PAGE-07"), observed().failed());
    }

    @Test
    void aLongPatchIsAnArrayOfOperationsLikeAShortOne() {
        client().patch("Epics", 1001, Map.of("description", "long ".repeat(10_000)));
        assertTrue(
                site.requests().all().stream().anyMatch(each -> each.request().bodyTruncated()));
        SuiteResult result = observed();
        assertEquals(List.of(), result.failed(), () -> report(result));
        assertEquals(Verdict.State.PASSED, state(result, "WRITE-03"));
    }

    private static Verdict.State state(SuiteResult result, String id) {
        return result.verdicts().stream()
                .filter(each -> each.requirement().id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void callsThatWereRefusedAreCountedAndNamed() {
        HttpCalls.get(site, admin, "/Regions/1");
        HttpCalls.get(site, admin, "/Regions/99");
        HttpCalls.get(site, admin, "/Regions?$filter=what");
        SuiteResult result = observed();
        assertEquals(List.of("1 of 3 calls were refused: 1 with 400"), result.remarks());
        assertEquals("", result.unjudged());
    }

    @Test
    void whoIsRefusedEverythingIsNotJudged() {
        HttpCalls.get(site, new Persona("nobody", 1, "no-token"), "/Regions/1");
        HttpCalls.get(site, new Persona("nobody", 1, "no-token"), "/Epics");
        SuiteResult result = observed();
        assertEquals(List.of("2 of 2 calls were refused: 2 with 401"), result.remarks());
        assertEquals(List.of("Every call was refused"), KnownFailures.EMPTY.errors(result));
        assertTrue(report(result).contains("2 of 2 calls were refused"), report(result));
    }

    @Test
    void whoMakesNoCallIsNotJudged() {
        assertEquals(List.of("The client made no call"), KnownFailures.EMPTY.errors(observed()));
    }

    @Test
    void theFirstThreeCallsThatOffendAreShown() {
        for (String limit : Collections.nCopies(5, "&limit=")) {
            HttpCalls.get(site, admin, "/Regions?$top=5" + limit + "1");
        }
        Verdict.Failure failure = observed().verdicts().stream()
                .filter(each -> each.requirement().id().equals("QUERY-09"))
                .findFirst()
                .orElseThrow()
                .failures()
                .get(0);
        assertTrue(failure.expected().endsWith("(5 times not so)"), failure.expected());
        assertEquals(3, failure.calls().size());
        assertTrue(failure.calls().get(0).startsWith("#1 "), failure.calls().get(0));
    }

    @Test
    void theServerSaysTheSameOfTheCallsAsWhoeverReadsItsJournal() {
        client().list("Stories", ConformanceClient.Query.ALL);
        client().patch("Epics", 1001, Map.of("description", "long ".repeat(10_000)));
        HttpCalls.get(site, admin, "/Features?top=3");
        HttpCalls.get(site, admin, "/Stories");
        assertEquals(states(observed()), states(site.requests().verdicts()));
        assertFalse(site.requests().verdicts().failed().isEmpty());
    }
}
