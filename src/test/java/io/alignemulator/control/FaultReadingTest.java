package io.alignemulator.control;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.catalogue.Json;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.faults.Effect.Status;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.sandbox.faults.FaultException;
import io.alignemulator.sandbox.faults.FaultSite;
import io.alignemulator.sandbox.faults.SiteUsers;
import io.alignemulator.settings.Settings;
import io.alignemulator.wording.Reason;
import io.alignemulator.world.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Faults as they are written, and what is said about those that cannot be read. */
class FaultReadingTest {

    private static final FaultSite SITE = new FaultSite(
            Endpoints.of(Rows.CATALOGUE),
            new SiteUsers(
                    Map.of("super-admin", 1L, "program-manager", 3L, "deactivated", 6L), id -> id >= 1 && id <= 6),
            Settings.DEFAULTS);

    private static JsonNode json(String text) {
        return Json.readStrictly(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Fault fault(String text) {
        return FaultRoutes.read(json(text), SITE).fault();
    }

    private static CallMatcher match(String match) {
        return fault("{'match': " + match + ", 'effect': {'type': 'closeAfter'}}")
                .match();
    }

    private static List<Mistake> mistakes(String text) {
        return assertThrows(FaultException.class, () -> fault(text)).mistakes();
    }

    private static List<String> pointers(String text) {
        return mistakes(text).stream().map(Mistake::pointer).toList();
    }

    @Test
    void aFaultIsReadWithAllItsConditions() {
        Fault fault = fault("{'match': {'method': 'PATCH', 'path': '/Epic/*', 'persona': 'program-manager', 'nth': 2},"
                + "'effect': {'type': 'status', 'code': 503}, 'description': 'second patch'}");
        assertEquals(
                Fault.status(503)
                        .on(Method.PATCH, "/Epic/*")
                        .persona("program-manager")
                        .nth(2)
                        .described("second patch"),
                fault);
    }

    @Test
    void whatIsNotSaidIsEveryCall() {
        assertEquals(CallMatcher.ANY, match("{}"));
        assertEquals(Fault.status(500), fault("{'effect': {'type': 'status', 'code': 500}}"));
    }

    @Test
    void conditionsOnTheNumberOfACallAreReadTogether() {
        assertEquals(
                CallMatcher.ANY.from(3).times(2).probability(0.25, -7),
                match("{'from': 3, 'times': 2, 'probability': 0.25, 'seed': -7}"));
    }

    @Test
    void methodsMayBeSeveral() {
        assertEquals(CallMatcher.ANY.method(Method.GET, Method.PATCH), match("{'method': ['PATCH', 'GET', 'get']}"));
    }

    @Test
    void theOldWordForAMethodIsRefusedWithTheNewOne() {
        assertEquals(
                List.of(new Mistake(
                        "/match/verb",
                        "\"GET\"",
                        Reason.notTaken("under an unknown key", "verb is called method now"))),
                mistakes("{'match': {'verb': 'GET'}, 'effect': {'type': 'closeAfter'}}"));
        assertThat(
                mistakes("{'match': {'method': 'list'}, 'effect': {'type': 'closeAfter'}}")
                        .get(0)
                        .refusal()
                        .toString(),
                containsString("GET with the path /* is a list"));
    }

    @ParameterizedTest
    @CsvSource({
        "methd, method",
        "METHOD, method",
        "pth, path",
        "querry, query",
        "boddyJson, bodyJson",
        "presona, persona",
        "nht, nth",
        "probabilty, probability"
    })
    void aKeyThatIsMisspeltIsToldTheOneThatWasMeant(String written, String meant) {
        String reason = mistakes("{'match': {'" + written + "': 1}, 'effect': {'type': 'closeAfter'}}")
                .get(0)
                .refusal()
                .toString();
        assertThat(reason, containsString("did you mean '" + meant + "'?"));
    }

    @ParameterizedTest
    @CsvSource({"status, 503", "rule, RATE-01", "ignored, /self", "fault, status"})
    void whatIsNotKnownBeforeTheAnswerIsNoConditionOfAFault(String key, String value) {
        Mistake mistake = mistakes("{'match': {'" + key + "': '" + value + "'}, 'effect': {'type': 'closeAfter'}}")
                .get(0);
        assertEquals("/match/" + key, mistake.pointer());
        assertThat(
                mistake.refusal().toString(),
                containsString("is not taken in a fault, which acts before that is known; "));
    }

    @Test
    void aPersonaIsNamedOrNumbered() {
        assertEquals(CallMatcher.ANY.persona("deactivated"), match("{'persona': 'deactivated'}"));
        assertEquals(CallMatcher.ANY.persona(4), match("{'persona': 4}"));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        String wrong = "{'mtach': {}, 'match': {'method': ['PATCH', 'get '], 'path': '/sprints/*', 'persona': 'nobody',"
                + "'nth': 0, 'from': 1.5, 'times': '3', 'probability': 0, 'seed': 1e3, 'a/b~c': 1},"
                + "'effect': {'type': 'drip', 'bytes': 5, 'bytesPerChunk': 0, 'pause': 'PT1S'}, 'description': 7}";
        assertEquals(
                Set.of(
                        "/mtach",
                        "/match/a~1b~0c",
                        "/match/method/1",
                        "/match/persona",
                        "/match/nth",
                        "/match/from",
                        "/match/times",
                        "/match/probability",
                        "/match/seed",
                        "/effect/bytes",
                        "/effect/bytesPerChunk",
                        "/description"),
                Set.copyOf(pointers(wrong)));
        assertEquals(12, pointers(wrong).size(), "each once");
    }

    @Test
    void aMistakeNamesTheValueAndWhatIsKnown() {
        assertEquals(
                List.of(new Mistake(
                        "/match/persona",
                        "\"nobody\"",
                        Reason.not("a user")
                                .hint("; known are ids of users and deactivated, program-manager, super-admin"))),
                mistakes("{'match': {'persona': 'nobody'}, 'effect': {'type': 'closeAfter'}}"));
        assertEquals(
                List.of(new Mistake("/match/method", "\"PTCH\"", Reason.notOneOf(List.of(Method.values())))),
                mistakes("{'match': {'method': 'PTCH'}, 'effect': {'type': 'closeAfter'}}"));
        assertEquals(
                List.of(new Mistake("/effect/cod", "500", Reason.unknownKey("cod", List.of("type", "code")))),
                mistakes("{'effect': {'type': 'status', 'code': 500, 'cod': 500}}"));
        assertEquals(
                "is not one of status, tooManyRequests, delay, drip, closeBefore, closeAfter, truncatedBody,"
                        + " malformedJson, extraProperty, wrongType, proxyPage, redirect, unauthorizedFromNowOn, meanwhile",
                mistakes("{'effect': {'type': 'explode'}}").get(0).refusal().toString());
        assertThat(
                mistakes("{'effect': {'type': 'status', 'code': 418}}")
                        .get(0)
                        .refusal()
                        .toString(),
                containsString("400, 401, 403"));
    }

    @Test
    void theMessageHasALineForEachMistake() {
        FaultException one =
                assertThrows(FaultException.class, () -> fault("{'effect': {'type': 'status', 'code': 1}, 'x': 2}"));
        assertEquals(
                "The fault is refused: 2 mistakes\n  /effect/code: 1 is not " + Reason.oneOf(Status.CODES)
                        + "\n  /x: 2 is not taken under an unknown key; known are match, effect, description",
                one.getMessage());
        FaultException missing = assertThrows(FaultException.class, () -> fault("{}"));
        assertEquals("The fault is refused: /effect is missing; it has to be an object", missing.getMessage());
    }

    @Test
    void aKeyThatMayHaveBeenMeantIsToldBesideTheOneThatIsMissing() {
        assertEquals(
                List.of("/efect", "/effect"),
                mistakes("{'efect': {'type': 'closeAfter'}}").stream()
                        .map(Mistake::pointer)
                        .toList());
    }

    @Test
    void ofVeryManyMistakesTheFirstHundredAreTold() {
        String keys =
                IntStream.range(0, 1_000).mapToObj(i -> "'k" + i + "': 1, ").collect(Collectors.joining());
        List<Mistake> mistakes = mistakes("{" + keys + "'effect': {'type': 'closeAfter'}}");
        assertEquals(100, mistakes.size());
        assertEquals("/k99", mistakes.get(99).pointer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}                                                             | /effect",
                "{'effect': 'status'}                                           | /effect",
                "{'effect': null}                                               | /effect",
                "{'effect': {}}                                                 | /effect/type",
                "{'effect': {'type': 5}}                                        | /effect/type",
                "{'effect': {'type': 'status'}}                                 | /effect/code",
                "{'effect': {'type': 'status', 'code': '503'}}                  | /effect/code",
                "{'effect': {'type': 'status', 'code': 503.5}}                  | /effect/code",
                "{'effect': {'type': 'status', 'code': 4294967799}}             | /effect/code",
                "{'effect': {'type': 'tooManyRequests', 'retryAfter': -1}}      | /effect/retryAfter",
                "{'effect': {'type': 'tooManyRequests', 'retryAfter': 86401}}   | /effect/retryAfter",
                "{'effect': {'type': 'tooManyRequests', 'block': 1}}            | /effect/block",
                "{'effect': {'type': 'delay'}}                                  | /effect/duration",
                "{'effect': {'type': 'delay', 'duration': 5}}                   | /effect/duration",
                "{'effect': {'type': 'delay', 'duration': '5s'}}                | /effect/duration",
                "{'effect': {'type': 'delay', 'duration': 'PT0S'}}              | /effect/duration",
                "{'effect': {'type': 'delay', 'duration': 'PT-1S'}}             | /effect/duration",
                "{'effect': {'type': 'delay', 'duration': 'PT0.0005S'}}         | /effect/duration",
                "{'effect': {'type': 'delay', 'duration': 'PT60.001S'}}         | /effect/duration",
                "{'effect': {'type': 'delay', 'duration': 'P99999999999999D'}}  | /effect/duration",
                "{'effect': {'type': 'drip', 'pause': 'PT1S'}}                  | /effect/bytesPerChunk",
                "{'effect': {'type': 'drip', 'bytesPerChunk': 1}}               | /effect/pause",
                "{'effect': {'type': 'truncatedBody', 'bytes': -1}}             | /effect/bytes",
                "{'effect': {'type': 'truncatedBody', 'fraction': 1}}           | /effect/fraction",
                "{'effect': {'type': 'truncatedBody', 'fraction': -0.5}}        | /effect/fraction",
                "{'effect': {'type': 'truncatedBody', 'fraction': 0, 'bytes': 1}} | /effect/fraction",
                "{'effect': {'type': 'extraProperty', 'value': 1}}              | /effect/name",
                "{'effect': {'type': 'extraProperty', 'name': '', 'value': 1}}  | /effect/name",
                "{'effect': {'type': 'extraProperty', 'name': 'x'}}             | /effect/value",
                "{'effect': {'type': 'wrongType'}}                              | /effect/field",
                "{'effect': {'type': 'wrongType', 'field': ['id']}}             | /effect/field",
                "{'effect': {'type': 'proxyPage', 'code': 200}}                 | /effect/code",
                "{'effect': {'type': 'redirect', 'location': '/x'}}             | /effect/location",
                "{'effect': {'type': 'redirect', 'location': 'http://a/', 'code': 200}} | /effect/code",
                "{'effect': {'type': 'meanwhile', 'calls': []}}                 | /effect/calls",
                "{'effect': {'type': 'meanwhile', 'calls': [{'method': 'GET', 'path': '/clock'}]}} | /effect/calls/0/method",
                "{'effect': {'type': 'meanwhile', 'calls': [{'method': 'PUT', 'path': '/clock', 'bdy': 1}]}} | /effect/calls/0/bdy",
                "{'effect': {'type': 'closeBefore', 'code': 500}}               | /effect/code",
                "{'effect': {'type': 'malformedJson', 'at': 1}}                 | /effect/at",
                "{'effect': {'type': 'closeAfter'}, 'match': []}                | /match",
                "{'effect': {'type': 'closeAfter'}, 'match': {'path': 5}}       | /match/path",
                "{'effect': {'type': 'closeAfter'}, 'match': {'path': 'epics'}} | /match/path",
                "{'effect': {'type': 'closeAfter'}, 'match': {'path': '/ep*'}}  | /match/path",
                "{'effect': {'type': 'closeAfter'}, 'match': {'path': '/**/1'}} | /match/path",
                "{'effect': {'type': 'closeAfter'}, 'match': {'path': '/***'}}  | /match/path",
                "{'effect': {'type': 'closeAfter'}, 'match': {'persona': 7}}    | /match/persona",
                "{'effect': {'type': 'closeAfter'}, 'match': {'persona': '1'}}  | /match/persona",
                "{'effect': {'type': 'closeAfter'}, 'match': {'persona': 1.0}}  | /match/persona",
                "{'effect': {'type': 'closeAfter'}, 'match': {'nth': -3}}       | /match/nth",
                "{'effect': {'type': 'closeAfter'}, 'match': {'from': 0}}       | /match/from",
                "{'effect': {'type': 'closeAfter'}, 'match': {'times': 0}}      | /match/times",
                "{'effect': {'type': 'closeAfter'}, 'match': {'nth': 9223372036854775808}} | /match/nth",
                "{'effect': {'type': 'closeAfter'}, 'match': {'probability': 1.01}} | /match/probability",
                "{'effect': {'type': 'closeAfter'}, 'match': {'probability': '1'}} | /match/probability",
                "{'effect': {'type': 'closeAfter'}, 'match': {'seed': 1}}       | /match/seed"
            })
    void eachMistakeIsToldOnceWithItsPlace(String text, String pointer) {
        assertEquals(List.of(pointer), pointers(text));
    }

    @Test
    void aLongValueIsShortened() {
        String value = mistakes("{'effect': {'type': '" + "x".repeat(500) + "'}}")
                .get(0)
                .value();
        assertEquals("\"" + "x".repeat(79) + "...", value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'status','code':400}",
                "{'type':'tooManyRequests'}",
                "{'type':'tooManyRequests','retryAfter':0,'block':true}",
                "{'type':'delay','duration':'PT1M'}",
                "{'type':'delay','duration':'PT0.001S'}",
                "{'type':'drip','bytesPerChunk':1000000,'pause':'PT10S'}",
                "{'type':'closeBefore'}",
                "{'type':'closeAfter'}",
                "{'type':'truncatedBody','bytes':0}",
                "{'type':'truncatedBody','fraction':0.5}",
                "{'type':'truncatedBody','fraction':0.5,'chunked':true}",
                "{'type':'malformedJson'}",
                "{'type':'extraProperty','name':'x','value':null}",
                "{'type':'wrongType','field':'ownerId'}",
                "{'type':'proxyPage','code':400}",
                "{'type':'redirect','location':'http://localhost:1/x','code':307}",
                "{'type':'meanwhile','calls':[{'method':'PUT','path':'/clock','body':{'advance':'PT1S'}},{'method':'POST','path':'/reset'}]}",
                "{'type':'unauthorizedFromNowOn'}"
            })
    void everyEffectIsPrintedAsItIsWritten(String text) {
        String fault = "{'match':{},'effect':" + text + "}";
        assertEquals(json(fault).toString(), ControlJson.strict().writeValueAsString(fault(fault)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'method':'GET','path':'/epics'}",
                "{'method':['GET','PATCH'],'path':'/epics/*','persona':'program-manager','nth':2}",
                "{'path':'/epics/**','persona':4,'from':3,'times':2,'probability':0.5,'seed':1}",
                "{'path':'/*/*/auditlog'}"
            })
    void everyMatcherIsPrintedAsItIsWritten(String text) {
        assertEquals(json(text).toString(), match(text).toString());
    }

    @Test
    void aDescriptionIsPrintedWhenThereIsOne() {
        String text = "{'match':{},'effect':{'type':'closeAfter'},'description':'d'}";
        assertEquals(json(text).toString(), ControlJson.strict().writeValueAsString(fault(text)));
        String without = "{'match':{},'effect':{'type':'closeAfter'}}";
        assertEquals(json(without).toString(), ControlJson.strict().writeValueAsString(fault(without)));
    }
}
