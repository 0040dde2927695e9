package io.alignemulator.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.conformance.TaskResult;
import io.alignemulator.protocol.calls.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks on evidence made by hand, those above all that few scenarios use. */
class ChecksTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static ObservedCall call(int second, String method, String target, int status, Object body, Object answer) {
        String[] parts = target.split("\\?", 2);
        return new ObservedCall(
                second,
                NOON.plusSeconds(second),
                method,
                "/rest/align/api/2" + parts[0],
                parts.length == 2 ? parts[1] : "",
                Map.of("authorization", "bearer ***", "content-type", "application/json"),
                body,
                status,
                Map.of(),
                answer,
                answer instanceof List<?> rows ? rows : List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static ObservedCall get(int second, String target, int status, Object answer) {
        return call(second, "GET", target, status, null, answer);
    }

    private static ClientEvidence evidence(
            List<TaskResult> results, List<Change> changes, List<Map<String, Object>> records, ObservedCall... calls) {
        return new ClientEvidence(
                results,
                List.of(calls),
                counted -> calls.length,
                collection -> records,
                () -> changes,
                3,
                Duration.ofSeconds(60),
                "localhost",
                NOON.plusSeconds(calls.length == 0 ? 0 : calls[calls.length - 1].number()),
                false,
                Set.of("bearer"));
    }

    private static ClientEvidence traffic(ObservedCall... calls) {
        return evidence(List.of(), List.of(), List.of(), calls);
    }

    private static Outcome judge(ClientEvidence evidence, String name, Map<String, Object> members) {
        return SuiteJson.read(SuiteJson.written(Map.of(name, members)), Check.class)
                .judge(evidence);
    }

    private static void holds(ClientEvidence evidence, String name, Map<String, Object> members) {
        assertEquals(Outcome.PASSED, judge(evidence, name, members));
    }

    private static void fails(ClientEvidence evidence, String name, Map<String, Object> members) {
        assertInstanceOf(Outcome.Failed.class, judge(evidence, name, members));
    }

    private static Change change(String resource, long id, String... fields) {
        Map<String, Change.Values> changed = new java.util.TreeMap<>();
        for (String field : fields) {
            changed.put(field, new Change.Values(Optional.empty(), Optional.empty()));
        }
        return new Change(resource, id, "changed", changed);
    }

    @Test
    void nothingButSomeFieldsOfARecordChanged() {
        Map<String, Object> wanted = Map.of("collection", "Capabilities", "id", 3, "fields", List.of("title"));
        List<Change> changes =
                List.of(change("Capability", 3, "title", "lastUpdatedDate"), change("AuditLogEntry", 9, "details"));
        holds(evidence(List.of(), changes, List.of()), "changed-only", wanted);
        fails(evidence(List.of(), List.of(change("Capability", 3, "state")), List.of()), "changed-only", wanted);
        fails(evidence(List.of(), List.of(change("Capability", 4, "title")), List.of()), "changed-only", wanted);
        fails(evidence(List.of(), List.of(change("Epic", 3, "title")), List.of()), "changed-only", wanted);
        holds(evidence(List.of(), List.of(), List.of()), "nothing-changed", Map.of());
        fails(evidence(List.of(), changes, List.of()), "nothing-changed", Map.of());
    }

    @Test
    void aValueIsReturnedWhateverNumberTypeItWasReadAs() {
        ClientEvidence evidence = evidence(List.of(TaskResult.done(List.of(Map.of("id", 7L)))), List.of(), List.of());
        holds(evidence, "returns", Map.of("equals", List.of(Map.of("id", 7))));
        fails(evidence, "returns", Map.of("equals", List.of(Map.of("id", "7"))));
        fails(
                evidence(List.of(TaskResult.failed(404, "no")), List.of(), List.of()),
                "returns",
                Map.of("equals", List.of()));
    }

    @Test
    void timePassesBetweenTheFirstAndTheLastCall() {
        ClientEvidence evidence = traffic(get(0, "/epics", 429, null), get(61, "/epics", 200, List.of()));
        holds(evidence, "waited", Map.of("atLeast", "PT60S"));
        fails(evidence, "waited", Map.of("atLeast", "PT62S"));
        fails(traffic(), "waited", Map.of("atLeast", "PT0S"));
    }

    @Test
    void callsAreRefusedBecauseOfTheirForm() {
        holds(traffic(get(0, "/epics", 404, null)), "no-bad-requests", Map.of());
        fails(traffic(get(0, "/epics", 400, null)), "no-bad-requests", Map.of());
        assertEquals(Outcome.UNTOUCHED, judge(traffic(), "no-bad-requests", Map.of()));
    }

    @Test
    void aBlockIsKeptToTheSecond() {
        ObservedCall blocked = get(10, "/epics", 429, null);
        fails(traffic(blocked, get(69, "/epics", 200, null)), "quiet-while-blocked", Map.of());
        holds(traffic(blocked, get(70, "/epics", 200, null)), "quiet-while-blocked", Map.of());
        assertEquals(Outcome.UNTOUCHED, judge(traffic(get(0, "/epics", 200, null)), "quiet-while-blocked", Map.of()));
    }

    @Test
    void pagesAreOfOneListWhetherTheyAreChosenBySkippingOrByKey() {
        List<Map<String, Object>> full = List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3));
        List<Map<String, Object>> rest = List.of(Map.of("id", 4));
        fails(traffic(get(0, "/epics?$top=100", 200, full)), "pages-to-the-end", Map.of());
        holds(
                traffic(get(0, "/epics?$top=100", 200, full), get(1, "/epics?$top=100&$skip=3", 200, rest)),
                "pages-to-the-end",
                Map.of());
        holds(
                traffic(
                        get(0, "/epics?$filter=state%20eq%201", 200, full),
                        get(1, "/epics?$filter=(state%20eq%201)%20and%20(id%20gt%203)", 200, rest)),
                "pages-to-the-end",
                Map.of());
        fails(
                traffic(
                        get(0, "/epics?$filter=state%20eq%201", 200, full),
                        get(1, "/epics?$filter=state%20eq%202", 200, rest)),
                "pages-to-the-end",
                Map.of());
        holds(traffic(get(0, "/epics?$top=3", 200, full)), "pages-to-the-end", Map.of());
        fails(
                traffic(get(0, "/epics", 200, full), get(1, "/epics?$skip=4", 200, rest)),
                "no-overlapping-pages",
                Map.of());
        fails(
                traffic(get(0, "/epics", 200, full), get(1, "/epics?$skip=2", 200, full)),
                "no-overlapping-pages",
                Map.of());
    }

    @Test
    void writesAreLookedAtFieldByField() {
        Map<String, Object> operation = Map.of("op", "replace", "path", "/title", "value", "x");
        ClientEvidence array = traffic(call(0, "PATCH", "/epics/1", 204, List.of(operation), null));
        holds(array, "patch-is-array", Map.of());
        holds(array, "patch-touches", Map.of("fields", List.of("title")));
        fails(array, "patch-touches", Map.of("fields", List.of("title", "state")));
        holds(array, "body-types", Map.of("method", "PATCH", "fields", Map.of("title", "string")));
        ClientEvidence object = traffic(call(0, "PATCH", "/epics/1", 400, Map.of("title", "x"), null));
        fails(object, "patch-is-array", Map.of());
        ClientEvidence post = traffic(call(0, "POST", "/epics", 201, Map.of("title", "x", "ownerId", 2), 7));
        fails(post, "body-types", Map.of("method", "POST", "fields", Map.of("ownerId", "string")));
        fails(post, "body-fields", Map.of("method", "POST", "has", List.of("title"), "hasNot", List.of("ownerId")));
    }

    @Test
    void aCallWithoutABodyNeedsNoMediaType() {
        ObservedCall delete = call(0, "DELETE", "/epics/1", 204, null, null);
        assertEquals(Outcome.UNTOUCHED, judge(traffic(delete), "json-bodies", Map.of()));
        fails(traffic(call(0, "POST", "/epics", 400, "title=x", null)), "json-bodies", Map.of());
    }

    @Test
    void aFailureIsReportedUnlessSomethingElseHolds() {
        Map<String, Object> stored = Map.of("stored", Map.of("collection", "Epics", "where", Map.of("title", "A")));
        List<Map<String, Object>> records = List.of(Map.of("id", 7, "title", "A"));
        TaskResult done = TaskResult.done(null);
        holds(evidence(List.of(done), List.of(), records), "fails-unless", Map.of("holds", stored));
        fails(evidence(List.of(done), List.of(), List.of()), "fails-unless", Map.of("holds", stored));
        ClientEvidence refused = evidence(List.of(TaskResult.failed(401, "")), List.of(), List.of());
        holds(refused, "fails-unless", Map.of("holds", stored));
        fails(refused, "fails-unless", Map.of("status", 429, "holds", stored));
        fails(refused, "does-not-report", Map.of("status", 401));
        holds(refused, "does-not-report", Map.of("status", 404));
    }

    @Test
    void aRuleIsReliedOnByTheMethodsThatAreNamed() {
        ClientEvidence noted = traffic(noted("PATCH", "/tasks/1", "BODY-03"));
        fails(noted, "does-not-rely-on", Map.of("rule", "BODY-03", "methods", List.of("PUT", "PATCH")));
        holds(noted, "does-not-rely-on", Map.of("rule", "BODY-07", "methods", List.of("PATCH")));
        assertEquals(Outcome.UNTOUCHED, judge(noted, "does-not-rely-on", Map.of("rule", "BODY-03")));
        fails(traffic(noted("GET", "/epics?top=1", "LIST-05")), "does-not-rely-on", Map.of("rule", "LIST-05"));
    }

    private static ObservedCall noted(String method, String target, String rule) {
        ObservedCall call = call(0, method, target, 200, List.of(), null);
        return new ObservedCall(
                call.number(),
                call.time(),
                method,
                call.path(),
                call.query(),
                call.headers(),
                call.body(),
                call.status(),
                Map.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(rule),
                "");
    }
}
