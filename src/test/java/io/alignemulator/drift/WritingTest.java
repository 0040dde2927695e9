package io.alignemulator.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the drift kit does to a site that it may write to: one record, and nothing else. */
class WritingTest {

    private static final String COLLECTION = "Features";

    private final List<String> said = new ArrayList<>();
    private List<String> calls = List.of();
    private JiraAlignEmulator align;

    @BeforeEach
    void start() {
        align = JiraAlignEmulator.builder().fixtures("minimal").rateLimit("off").start();
    }

    @AfterEach
    void stop() {
        align.close();
    }

    private Report run(UnaryOperator<AlteredSite.Passing> alteration) {
        try (AlteredSite site = AlteredSite.of(align.uri(), alteration)) {
            DriftOptions options = DriftOptions.reading(site.uri().toString(), "user:1|super-admin", "")
                    .only(Set.of("regions"))
                    .writing(1);
            Report report = Drift.of(options).run(new TurnedTime(), said::add);
            calls = site.calls();
            return report;
        }
    }

    private ObjectNode site() throws IOException, InterruptedException {
        HttpRequest export = HttpRequest.newBuilder(URI.create(align.uri() + "/_emulator/export"))
                .build();
        String text =
                HttpClient.newHttpClient().send(export, BodyHandlers.ofString()).body();
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private List<String> writes() {
        return calls.stream().filter(each -> !each.startsWith("GET ")).toList();
    }

    @Test
    void nothingDiffersOnAnEmulator() {
        Report report = run(UnaryOperator.identity());
        assertEquals(List.of(), report.findings());
        assertEquals("confirmed in part", report.rules().get("WRIT-03"));
        assertEquals("confirmed in part", report.rules().get("ADDR-08"));
    }

    @Test
    void onlyTheRecordThatItMadeIsWrittenTo() throws Exception {
        ObjectNode before = site();
        run(UnaryOperator.identity());
        String address = said.get(0).replaceFirst("Created (Features/\\d+)\\.", "$1");
        assertEquals("POST /rest/align/api/2/Features", writes().get(0));
        assertTrue(writes().size() > 8, writes().toString());
        writes().stream().skip(1).forEach(each -> assertTrue(each.endsWith(" /rest/align/api/2/" + address), each));
        ObjectNode after = site();
        String id = address.substring(COLLECTION.length() + 1);
        assertEquals(before.path(COLLECTION), without(after.path(COLLECTION), id), "other records");
        after.propertyNames().stream()
                .filter(each -> !each.startsWith("_") && !each.equals(COLLECTION) && !each.startsWith("AuditLog"))
                .forEach(each -> assertEquals(before.path(each), after.path(each), each));
    }

    private static ArrayNode without(JsonNode records, String id) {
        ArrayNode others = JsonMapper.shared().createArrayNode();
        records.valueStream()
                .filter(each -> !each.path("id").asString("").equals(id)
                        && each.path("id").asLong() != Long.parseLong(id))
                .forEach(others::add);
        return others;
    }

    @Test
    void whatBecameOfTheRecordIsSaid() throws Exception {
        run(UnaryOperator.identity());
        assertEquals(2, said.size(), said.toString());
        assertTrue(said.get(1).endsWith(" is taken away."), said.toString());
        JsonNode made = site().path(COLLECTION)
                .valueStream()
                .reduce((first, last) -> last)
                .orElseThrow();
        assertTrue(made.path("title").asString().startsWith("Jira Align emulator: drift check"), made.toString());
        assertEquals(1, made.path("isCanceled").asInt());
    }

    @Test
    void aRecordThatCannotBeTakenAwayIsNamed() {
        run(passing ->
                passing.call().startsWith("GET ") ? passing.records(record -> record.putNull("isCanceled")) : passing);
        assertTrue(said.get(1).endsWith(" is still there: take it away by hand."), said.toString());
    }

    @Test
    void anotherRecordThanTheOneThatWasMadeIsLeftAlone() {
        run(passing -> passing.call().startsWith("POST ") ? passing.body("1") : passing);
        assertEquals(List.of("POST /rest/align/api/2/Features"), writes());
        assertTrue(said.get(1).contains("nothing more is written"), said.toString());
    }

    @Test
    void aRefusedCreateEndsIt() {
        Report report = run(passing -> passing.call().startsWith("POST ")
                ? passing.status(400).body("Cannot create feature. releaseId is required.")
                : passing);
        assertEquals(1, writes().size());
        assertEquals(List.of("No feature was created: status 400."), said);
        assertEquals("status", report.findings().get(0).what());
    }

    @Test
    void anotherAnswerToAWriteIsFound() {
        Report report = run(passing ->
                passing.call().startsWith("PUT ") ? passing.status(200).body("{}") : passing);
        assertEquals(1, report.findings().size(), report.text());
        assertEquals(List.of("WRIT-14", "WRIT-28"), report.findings().get(0).rules());
    }

    @ParameterizedTest
    @CsvSource({"put-status, 200, WRIT-14", "post-response, object, WRIT-02", "post-location, on, WRIT-13"})
    void aSiteThatIsSetOtherwiseIsFoundByTheRule(String setting, String value, String rule) {
        align.close();
        align = JiraAlignEmulator.builder()
                .fixtures("minimal")
                .rateLimit("off")
                .set(setting, value)
                .start();
        Report report = run(UnaryOperator.identity());
        assertEquals("broken", report.rules().get(rule), report.text());
        assertEquals(1, report.findings().size(), report.text());
        assertTrue(said.get(1).endsWith(" is taken away."), said.toString());
    }

    @Test
    void everythingThatIsWrittenIsToldBefore() {
        DriftOptions options =
                DriftOptions.reading("https://acme.jiraalign.com", "token", "").writing(12);
        String plan = String.join("\n", Drift.of(options).plan());
        assertTrue(plan.contains("One Feature is created in program 12 with the title"), plan);
        Probes probes = Probes.load();
        probes.write().steps().forEach(each -> assertTrue(plan.contains(each.name()), each.name()));
        probes.write().away().forEach(each -> assertTrue(plan.contains(each.name()), each.name()));
    }
}
