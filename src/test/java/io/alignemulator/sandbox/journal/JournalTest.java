package io.alignemulator.sandbox.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Json;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.VerifyRequest.Count;
import io.alignemulator.protocol.calls.VerifyResult;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.rules.Rule;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.sandbox.journal.Journal.Contents;
import io.alignemulator.sandbox.journal.RecordedExchange.Header;
import io.alignemulator.world.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ring, its numbers, questions about it, and that no form of it shows a credential. */
@Rule("EMUL-09")
class JournalTest {

    private final Journal journal = new Journal();

    private static RecordedExchange exchange(String method, String path, int status, String body) {
        return new RecordedExchange(
                0,
                Instant.parse("2026-01-05T09:00:00Z"),
                Duration.ofMillis(3),
                "default",
                Optional.of(new RecordedExchange.User(4, "team-member")),
                new RecordedExchange.Request(
                        method,
                        "/rest/align/api/2" + path,
                        "$filter=id%20eq%201",
                        List.of(new Header("Accept", "application/json")),
                        Body.of(body.getBytes(StandardCharsets.UTF_8))),
                new RecordedExchange.Response(status, List.of(), Body.none(), List.of()),
                List.of("ACCS-03"),
                List.of("/itemtype"),
                List.of(),
                "",
                List.of());
    }

    private void record(RecordedExchange exchange) {
        journal.record(exchange, journal.epoch(), 1000);
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static CallFilter matcher(String text) {
        return new CallFilter(
                ControlJson.strict().treeToValue(json(text), CallMatcher.class), Endpoints.of(Rows.CATALOGUE));
    }

    @Test
    void whoAsksAboutTheJournalKeepsNobodyFromRecording() throws InterruptedException {
        Contents seen = journal.await(
                contents -> {
                    CompletableFuture.runAsync(() -> record(exchange("GET", "/epics", 200, "")))
                            .join();
                    return contents.total() == 2;
                },
                Duration.ofSeconds(20));
        assertEquals(2, seen.total());
    }

    @Property(tries = 100)
    void theRingKeepsTheLatestAndCountsWhatItDropped(
            @ForAll @IntRange(min = 1, max = 20) int size, @ForAll @IntRange(min = 0, max = 60) int calls) {
        Journal ring = new Journal();
        for (int i = 0; i < calls; i++) {
            ring.record(exchange("GET", "/epics/" + i, 200, ""), ring.epoch(), size);
        }
        Contents contents = ring.contents();
        assertEquals(calls, contents.total());
        assertEquals(Math.max(0, calls - size), contents.dropped());
        assertEquals(
                LongStream.rangeClosed(contents.dropped() + 1, calls).boxed().toList(),
                contents.exchanges().stream().map(RecordedExchange::number).toList());
    }

    @Test
    void largeBodiesAreCutAndDropOlderCalls() {
        String large = "ü".repeat(Body.LIMIT);
        for (int i = 0; i < 700; i++) {
            record(exchange("POST", "/epics", 201, large));
        }
        Contents contents = journal.contents();
        assertTrue(contents.dropped() > 100 && contents.dropped() < 300, "" + contents.dropped());
        Body body = contents.exchanges().get(0).request().body();
        assertEquals(2L * Body.LIMIT, body.length());
        assertEquals("ü".repeat(Body.LIMIT / 2), body.text().orElseThrow());
        assertTrue(body.isTruncated());
        assertEquals(
                Optional.empty(), Body.of(new byte[] {(byte) 0xff, (byte) 0xfe}).text());
    }

    @Test
    void aCallOfBeforeTheClearingIsNotKept() {
        long before = journal.epoch();
        record(exchange("GET", "/epics", 200, ""));
        journal.clear();
        journal.record(exchange("GET", "/late", 200, ""), before, 1000);
        assertEquals(new Contents(List.of(), 0, 0), journal.contents());
        record(exchange("GET", "/epics", 200, ""));
        assertEquals(1, journal.contents().exchanges().get(0).number());
    }

    @Test
    void manyWritersLeaveNoGapAndLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Journal.Feed feed = journal.follow()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                writers.add(threads.submit(() -> {
                    for (int n = 0; n < 500; n++) {
                        journal.record(exchange("GET", "/epics/" + n, 200, ""), 0, 100);
                        Contents seen = journal.contents();
                        assertEquals(
                                seen.total(), seen.dropped() + seen.exchanges().size());
                    }
                }));
            }
            for (Future<?> each : writers) {
                each.get();
            }
            Contents contents = journal.contents();
            assertEquals(4000, contents.total());
            assertEquals(
                    LongStream.rangeClosed(3901, 4000).boxed().toList(),
                    contents.exchanges().stream().map(RecordedExchange::number).toList());
            List<RecordedExchange> fed = feed.next(Duration.ZERO);
            assertEquals(4000, fed.get(fed.size() - 1).number(), "a slow reader loses the oldest");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyConditionOfAMatcherCounts() {
        RecordedExchange patch =
                exchange("PATCH", "/Epics/12", 204, "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"a\"}]");
        for (String matching : List.of(
                "{}",
                "{'method':'patch'}",
                "{'path':'/epics/12'}",
                "{'path':'/rest/align/api/2/epics/*'}",
                "{'pathPattern':'epics/[0-9]+$'}",
                "{'query':{'filter':'id eq 1'}}",
                "{'query':{'$filter':'id eq 1'}}",
                "{'header':{'accept':'application/json'}}",
                "{'bodyContains':'title'}",
                "{'bodyJson':[{'path':'/title'}]}",
                "{'status':204}",
                "{'status':'2xx'}",
                "{'persona':'team-member'}",
                "{'user':4}",
                "{'from':'2026-01-05T09:00:00Z','to':'2026-01-05T09:00:00Z'}",
                "{'rule':'ACCS-03','ignored':'/itemtype'}")) {
            assertTrue(matcher(matching).counts(patch), matching);
        }
        for (String other : List.of(
                "{'method':'PUT'}",
                "{'path':'/epics/1'}",
                "{'path':'/epics/*/auditlog'}",
                "{'pathPattern':'^features'}",
                "{'query':{'filter':'id eq 2'}}",
                "{'query':{'select':'id'}}",
                "{'header':{'accept':'text/html'}}",
                "{'bodyContains':'Title'}",
                "{'bodyJson':[{'path':'/state'}]}",
                "{'bodyJson':{'path':'/title'}}",
                "{'status':'4xx'}",
                "{'persona':'read-only'}",
                "{'from':'2026-01-05T09:00:01Z'}",
                "{'to':'2026-01-05T08:59:59Z'}",
                "{'rule':'page'}",
                "{'ignored':'/id'}",
                "{'fault':'status'}")) {
            assertFalse(matcher(other).counts(patch), other);
        }
    }

    @Test
    void aMatcherThatCannotBeUsedIsRefused() {
        for (String wrong : List.of(
                "[]", "{'verb':'GET'}", "{'pathPattern':'('}", "{'status':'ok'}", "{'from':'today'}", "{'path':[]}")) {
            assertThrows(RuntimeException.class, () -> matcher(wrong), wrong);
        }
    }

    @Test
    void nearMissesAreToldWithWhatDiffers() throws Exception {
        record(exchange("GET", "/epics/13", 200, ""));
        record(exchange("PATCH", "/epics/13", 204, "[{\"op\":\"replace\",\"path\":\"/state\",\"value\":2}]"));
        VerifyResult verification = Verification.of(
                journal,
                matcher("{'method':'PATCH','path':'/epics/12','bodyJson':[{'path':'/state','value':3}]}"),
                Count.AT_LEAST_ONCE,
                Duration.ZERO);
        assertFalse(verification.verified());
        assertEquals(2, verification.nearMisses().get(0).number());
        assertEquals(
                List.of(
                        "path: expected /epics/12, was /epics/13",
                        "bodyJson: expected [{\"path\":\"/state\",\"value\":3}], was /0/value 2"),
                verification.nearMisses().get(0).differences());
        assertTrue(verification.text().startsWith("Expected at least 1, found 0 of 2 calls.\nClose: #2 PATCH"));
    }

    @Test
    void verificationWaitsForCallsThatAreStillToCome() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<VerifyResult> waiting = thread.submit(() -> Verification.of(
                    journal, matcher("{'path':'/epics/12'}"), Count.AT_LEAST_ONCE, Duration.ofSeconds(60)));
            record(exchange("GET", "/epics/13", 200, ""));
            record(exchange("GET", "/epics/12", 200, ""));
            assertTrue(waiting.get().verified());
        } finally {
            thread.shutdownNow();
        }
        Count once = Count.exactly(1);
        assertTrue(Verification.of(journal, matcher("{'path':'/epics/12'}"), once, Duration.ZERO)
                .verified());
        record(exchange("GET", "/epics/12", 200, ""));
        assertFalse(Verification.of(journal, matcher("{'path':'/epics/12'}"), once, Duration.ofSeconds(60))
                .verified());
        assertEquals("exactly 1", once.toString());
        assertEquals("0 to 2", new Count(0, OptionalInt.of(2)).toString());
    }

    @Property(tries = 300)
    void noFormShowsTheToken(@ForAll @StringLength(min = 8, max = 40) @CharRange(from = '!', to = '~') String secret) {
        String token = "user:4|" + secret;
        Masking masking = new Masking(token, Optional.of(4L), new Secrets(List.of(token)));
        String encoded = java.net.URLEncoder.encode(token, StandardCharsets.UTF_8);
        String basic = Base64.getEncoder().encodeToString(("a@b.c:" + token).getBytes(StandardCharsets.UTF_8));
        String inJson = Json.object().put("t", token).toString();
        RecordedExchange exchange = new RecordedExchange(
                1,
                Instant.EPOCH,
                Duration.ZERO,
                "default",
                Optional.empty(),
                new RecordedExchange.Request(
                        "POST",
                        masking.text("/epics"),
                        masking.query("q=" + encoded),
                        List.of(
                                masking.header("Authorization", "bEARER " + token),
                                masking.header("authorization", "Basic " + basic),
                                masking.header("X-Copy", token),
                                masking.header("Cookie", "a=" + secret)),
                        masking.sent(inJson.getBytes(StandardCharsets.UTF_8))),
                new RecordedExchange.Response(
                        200,
                        List.of(),
                        masking.answered(token.getBytes(StandardCharsets.UTF_8), token.length()),
                        List.of()),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of());
        for (String form : List.of(
                ControlJson.strict().writeValueAsString(ExchangeWords.of(exchange)),
                ExchangeText.whole(exchange),
                ExchangeWords.event(exchange),
                ControlJson.text(Har.of(List.of(exchange), "http://localhost", "1")))) {
            assertFalse(form.contains(secret), form);
            assertFalse(form.contains(encoded), form);
            assertFalse(form.contains(basic), form);
        }
        assertTrue(ExchangeText.whole(exchange).contains("bEARER user:4|***"));
    }

    @Test
    void aForeignTokenLeavesNothing() {
        assertEquals(
                "Bearer ***",
                new Masking("user:9|real", Optional.empty(), new Secrets(List.of()))
                        .header("Authorization", "Bearer user:9|real")
                        .value());
        assertEquals(
                "***",
                new Masking("", Optional.empty(), new Secrets(List.of()))
                        .header("Authorization", "secret-without-scheme")
                        .value());
    }

    @Test
    void theArchiveHasWhatReadersOfArchivesNeed() {
        Har har = Har.of(List.of(exchange("POST", "/epics", 201, "{}")), "http://localhost:8080", "1");
        JsonNode log = ControlJson.strict().valueToTree(har).path("log");
        assertEquals("1.2", log.path("version").asString());
        JsonNode entry = log.path("entries").get(0);
        for (String key : List.of("startedDateTime", "time", "request", "response", "cache", "timings")) {
            assertTrue(entry.has(key), key);
        }
        JsonNode request = entry.path("request");
        for (String key : List.of(
                "method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize")) {
            assertTrue(request.has(key), key);
        }
        assertEquals(
                "http://localhost:8080/rest/align/api/2/epics?$filter=id%20eq%201",
                request.path("url").asString());
        assertEquals("id eq 1", request.path("queryString").get(0).path("value").asString());
        for (String key :
                List.of("status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL")) {
            assertTrue(entry.path("response").has(key), key);
        }
    }
}
