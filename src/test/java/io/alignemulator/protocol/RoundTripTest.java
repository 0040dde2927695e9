package io.alignemulator.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.Change;
import io.alignemulator.protocol.calls.Exchange;
import io.alignemulator.protocol.calls.JournalView;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.calls.VerifyRequest;
import io.alignemulator.protocol.calls.VerifyResult;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.faults.FaultInfo;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as JSON is read back as the same, by the strict reader of the server and by the lenient one of the client. */
class RoundTripTest {

    private static final Instant TIME = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void whatACallOfAFaultSendsKeepsItsOrderAndItsNulls() {
        Map<String, @Nullable Object> regions = new LinkedHashMap<>();
        List.of("South", "West", "North", "East", "Centre").forEach(name -> regions.put(name, 1));
        regions.put("none", null);
        String json = ControlJson.text(Fault.meanwhile(Method.POST, "/import", regions));
        assertTrue(json.contains("{\"South\":1,\"West\":1,\"North\":1,\"East\":1,\"Centre\":1,\"none\":null}"), json);
    }

    static Stream<Record> records() {
        return Stream.of(
                CallMatcher.ANY,
                CallMatcher.to(Method.PATCH, "/epics/*")
                        .query("$top", 5)
                        .query("expand", true)
                        .header("Accept", "application/json")
                        .bodyContains("Renamed")
                        .bodyJson(Map.of("a", List.of(1, 2.5, "x", true)))
                        .status("4xx")
                        .persona("team-member")
                        .user(4)
                        .rule("RATE-01")
                        .ignored("/createDate")
                        .fault("status")
                        .nth(2)
                        .times(3)
                        .probability(0.5, 7),
                CallMatcher.ANY
                        .method(Method.GET, Method.POST)
                        .pathPattern("epics/[0-9]+$")
                        .from(TIME)
                        .until(TIME),
                CallMatcher.ANY.from(3),
                Fault.status(503).on(Method.PATCH, "/epics/*").nth(2).described("the second"),
                Fault.tooManyRequests(),
                Fault.tooManyRequests(Duration.ofSeconds(30)),
                Fault.block(),
                Fault.delay(Duration.ofMillis(1)),
                Fault.drip(64, Duration.ofMillis(100)),
                Fault.closeBefore(),
                Fault.closeAfter(),
                Fault.truncatedBody(),
                Fault.truncatedBody(3),
                Fault.truncatedChunks(),
                Fault.of(new Effect.TruncatedBody(OptionalInt.empty(), OptionalDouble.of(0.25), true)),
                Fault.malformedJson(),
                Fault.extraProperty("added", null),
                Fault.extraProperty("added", Map.of("deep", List.of(1))),
                Fault.wrongType("title"),
                Fault.proxyPage(504),
                Fault.redirect("http://localhost:9999/elsewhere")
                        .persona("team-member")
                        .from(2)
                        .times(1),
                Fault.unauthorizedFromNowOn().probability(0.5),
                Fault.meanwhile(Method.POST, "/import", Map.of("fixtures", Map.of("Regions", List.of()))),
                new FaultInfo(1, CallMatcher.ANY.nth(1), new Effect.CloseAfter(), "", 2, 1),
                new Exchange(
                        1,
                        TIME,
                        Duration.ofMillis(3),
                        "default",
                        Optional.of(new Exchange.User(1, "super-admin")),
                        new Exchange.Request(
                                "POST",
                                "/rest/align/api/2/epics",
                                "",
                                List.of(new Exchange.Header("Accept", "*/*")),
                                OptionalLong.of(2),
                                false,
                                Map.of("title", "A"),
                                Optional.empty()),
                        new Exchange.Response(
                                0, List.of(), OptionalLong.of(9), true, null, Optional.of("/w=="), List.of(3L, 4L)),
                        List.of("RATE-01"),
                        List.of("/self"),
                        List.of("BODY-07"),
                        "fault 1: closeAfter"),
                new Exchange.Page(2, 1, 1, List.of()),
                new JournalView(OptionalInt.of(3), OptionalInt.empty(), Optional.of("newest"), Optional.empty()),
                new VerifyRequest(CallMatcher.ANY.status(204), Optional.empty(), Optional.of(Duration.ofSeconds(1))),
                new VerifyRequest(CallMatcher.ANY, Optional.of(VerifyRequest.Count.exactly(2)), Optional.empty()),
                new VerifyResult(
                        false, "text", 0, List.of(), List.of(new VerifyResult.NearMiss(1, "#1", List.of("path")))),
                new Change(
                        "Epic", 7, "changed", Map.of("title", new Change.Values(Optional.of("A"), Optional.of("B")))),
                SandboxRequest.DEFAULT.with("pageCap", 5).with("clock", "2026-01-05T09:00:00Z"),
                SandboxRequest.DEFAULT
                        .with("fixtures", Map.of("Epics", List.of()))
                        .with("faults", List.of(Fault.closeAfter())),
                new SandboxInfo(
                        "a",
                        "http://h",
                        "http://h/rest",
                        Map.of("x", "y"),
                        TIME,
                        Optional.of(TIME),
                        TIME,
                        Map.of("build", "42")),
                ClockChange.advance(Duration.ofSeconds(61)),
                ClockChange.set(TIME).andFreeze(),
                new ClockState(TIME, true),
                RateLimitChange.limit("10/60:60"),
                new RateLimitState("off", List.of(new RateLimitState.Address("::1", 3, true, Duration.ofSeconds(9)))),
                new TokenRequest(4),
                new TokenRequest(4, Optional.of(TokenScope.READ_WRITE), Optional.of(TIME)),
                new TokenInfo("user:4|x", 4, Optional.of(TokenScope.READ), Optional.of(TIME)),
                new SnapshotInfo("before", TIME, 3),
                new AccessQuestion(4, Method.PATCH, "/epics/1"),
                new AccessExplanation(
                        4,
                        "PATCH",
                        "/epics/1",
                        "forbidden",
                        OptionalInt.of(403),
                        "rule",
                        "reason",
                        List.of("a"),
                        List.of(new AccessExplanation.Membership(1, "t"))),
                new ImportRequest(Optional.of("replace"), Map.of("Epics", List.of(Map.of("id", 1)))),
                new ImportRequest.Result(Map.of("Epics", List.of(1L, 2L))),
                new IntegrityReport(false, List.of(new IntegrityReport.Finding("Epic", 1, "title", "sentence"))));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordIsReadBackAsItWasWritten(Record record) {
        String json = ControlJson.strict().writeValueAsString(record);
        assertEquals(record, ControlJson.strict().readValue(json, record.getClass()), json);
        assertEquals(record, ControlJson.lenient().readValue(json, record.getClass()), json);
    }

    @Test
    void whatIsNotSaidIsNotWritten() {
        assertEquals("{}", CallMatcher.ANY.toString());
        assertEquals(
                "{\"match\":{\"method\":\"PATCH\",\"path\":\"/epics/*\",\"nth\":2},\"effect\":{\"type\":\"status\",\"code\":503}}",
                ControlJson.text(Fault.status(503).on(Method.PATCH, "/epics/*").nth(2)));
        assertEquals(
                "{\"match\":{},\"effect\":{\"type\":\"extraProperty\",\"name\":\"a\",\"value\":null}}",
                ControlJson.text(Fault.extraProperty("a", null)));
        assertEquals(
                "{\"match\":{},\"effect\":{\"type\":\"tooManyRequests\"}}", ControlJson.text(Fault.tooManyRequests()));
        assertEquals("{\"pageCap\":5}", ControlJson.text(SandboxRequest.DEFAULT.with("pageCap", 5)));
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        assertEquals(new Effect.ProxyPage(502), effect("{\"type\": \"proxyPage\"}"));
        assertEquals(
                new Effect.Redirect("http://a/", 307), effect("{\"type\": \"redirect\", \"location\": \"http://a/\"}"));
        assertEquals(
                new Effect.TruncatedBody(OptionalInt.empty(), OptionalDouble.of(0.5), false),
                effect("{\"type\": \"truncatedBody\"}"));
        assertEquals(Fault.closeAfter(), read("{\"effect\": {\"type\": \"closeAfter\"}}", Fault.class));
        assertEquals(CallMatcher.ANY, read("{}", VerifyRequest.class).matcher());
        assertEquals(
                Optional.of(VerifyRequest.Count.exactly(3)),
                read("{\"count\": 3}", VerifyRequest.class).count());
        assertEquals(
                Optional.of(new VerifyRequest.Count(0, OptionalInt.of(2))),
                read("{\"count\": {\"atMost\": 2}}", VerifyRequest.class).count());
    }

    @Test
    void aMethodIsReadInAnyCaseAndOneStandsForSeveral() {
        assertEquals(CallMatcher.ANY.method(Method.GET), read("{\"method\": \"get\"}", CallMatcher.class));
        assertEquals(
                CallMatcher.ANY.method(Method.PUT, Method.GET),
                read("{\"method\": [\"GET\", \"Put\"]}", CallMatcher.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"status\", \"code\": 200}",
                "{\"type\": \"status\"}",
                "{\"type\": \"status\", \"code\": \"503\"}",
                "{\"type\": \"status\", \"code\": 503.0}",
                "{\"type\": \"status\", \"code\": 503, \"cod\": 1}",
                "{\"type\": \"nothing\"}",
                "{}",
                "[]",
                "{\"type\": \"delay\", \"duration\": 5}",
                "{\"type\": \"delay\", \"duration\": \"5\"}",
                "{\"type\": \"delay\", \"duration\": \"PT0S\"}",
                "{\"type\": \"delay\", \"duration\": \"PT61S\"}",
                "{\"type\": \"delay\", \"duration\": \"PT0.0001S\"}",
                "{\"type\": \"delay\", \"duration\": null}",
                "{\"type\": \"drip\", \"bytesPerChunk\": 0, \"pause\": \"PT1S\"}",
                "{\"type\": \"drip\", \"bytesPerChunk\": 1, \"pause\": \"PT11S\"}",
                "{\"type\": \"extraProperty\", \"name\": \"a\"}",
                "{\"type\": \"extraProperty\", \"name\": \"\", \"value\": 1}",
                "{\"type\": \"extraProperty\", \"name\": 1, \"value\": 1}",
                "{\"type\": \"truncatedBody\", \"bytes\": 1, \"fraction\": 0.5}",
                "{\"type\": \"truncatedBody\", \"fraction\": 1}",
                "{\"type\": \"truncatedBody\", \"bytes\": -1}",
                "{\"type\": \"tooManyRequests\", \"retryAfter\": 86401}",
                "{\"type\": \"tooManyRequests\", \"block\": \"true\"}",
                "{\"type\": \"proxyPage\", \"code\": 200}",
                "{\"type\": \"redirect\", \"location\": \"elsewhere\"}",
                "{\"type\": \"redirect\", \"location\": \"http://a/\", \"code\": 300}",
                "{\"type\": \"meanwhile\", \"calls\": []}",
                "{\"type\": \"meanwhile\", \"calls\": [{\"method\": \"GET\", \"path\": \"/x\"}]}",
                "{\"type\": \"meanwhile\", \"calls\": [{\"method\": \"POST\", \"path\": \"x\"}]}",
                "{\"type\": \"closeAfter\", \"type\": \"closeBefore\"}"
            })
    void anEffectThatCannotBeIsRefused(String json) {
        assertThrows(tools.jackson.core.JacksonException.class, () -> effect(json));
    }

    @Test
    void aWitherChecksWhatItIsGiven() {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> CallMatcher.ANY.status("lots"));
        assertEquals("status: lots is not a number such as 204, or a class such as 4xx", refused.getMessage());
        assertThrows(InvalidValueException.class, () -> CallMatcher.ANY.nth(0));
        assertThrows(InvalidValueException.class, () -> CallMatcher.ANY.path("epics"));
        assertThrows(InvalidValueException.class, () -> CallMatcher.ANY.pathPattern("("));
    }

    @Test
    void whatWasGivenCannotBeChangedAfterwards() {
        Map<String, Object> value = new HashMap<>(Map.of("a", 1));
        Effect.ExtraProperty effect = new Effect.ExtraProperty("x", value);
        value.put("b", 2);
        assertEquals(Map.of("a", 1), effect.value());
    }

    @Test
    void aNewerServerMaySayMoreToTheClient() {
        String more = "{\"now\": \"2026-01-05T09:00:00Z\", \"frozen\": true, \"zone\": \"UTC\"}";
        assertEquals(new ClockState(TIME, true), ControlJson.lenient().readValue(more, ClockState.class));
        assertTrue(assertThrows(RuntimeException.class, () -> read(more, ClockState.class))
                .getMessage()
                .contains("zone"));
    }

    private static Effect effect(String json) {
        return read(json, Effect.class);
    }

    private static <T> T read(String json, Class<T> type) {
        return ControlJson.strict().readValue(json, type);
    }
}
