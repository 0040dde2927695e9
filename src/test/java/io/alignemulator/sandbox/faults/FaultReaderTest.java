package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.effect;
import static io.alignemulator.sandbox.faults.Examples.fault;
import static io.alignemulator.sandbox.faults.Examples.json;
import static io.alignemulator.sandbox.faults.Examples.match;
import static io.alignemulator.sandbox.faults.Examples.mistakes;
import static io.alignemulator.sandbox.faults.Examples.pointers;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.sandbox.faults.AnswerEffect.Status;
import io.alignemulator.sandbox.faults.FaultException.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults as they are written, and what is said about those that cannot be read. */
class FaultReaderTest {

    @Test
    void aFaultIsReadWithAllItsConditions() {
        Fault fault = fault("{'match': {'verb': 'PATCH', 'path': '/Epic/*', 'persona': 'program-manager', 'nth': 2},"
                + "'effect': {'type': 'status', 'code': 503}, 'description': 'second patch'}");
        FaultMatcher expected = new FaultMatcher(
                Set.of(FaultVerb.PATCH),
                new PathPattern(List.of("epics", "*"), false),
                Optional.of(new Persona("program-manager", 3)),
                Selection.nth(2));
        assertEquals(new Fault(expected, new Status(503), "second patch"), fault);
    }

    @Test
    void whatIsNotSaidIsEveryCall() {
        assertEquals(FaultMatcher.ANY, match("{}"));
        assertEquals(FaultMatcher.ANY, match("{'path': '/**', 'from': 1, 'probability': 1, 'seed': 9}"));
        assertEquals(
                new Fault(FaultMatcher.ANY, new Status(500), ""), fault("{'effect': {'type': 'status', 'code': 500}}"));
    }

    @Test
    void conditionsOnTheNumberOfACallAreReadTogether() {
        assertEquals(
                new Selection(0, 3, 2, 0.25, -7),
                match("{'from': 3, 'times': 2, 'probability': 0.25, 'seed': -7}")
                        .selection());
        assertEquals(1, match("{'probability': 0.25}").selection().seed());
    }

    @Test
    void verbsMayBeSeveral() {
        assertEquals(
                EnumSet.of(FaultVerb.GET, FaultVerb.PATCH),
                match("{'verb': ['PATCH', 'GET', 'GET']}").verbs());
        assertEquals(EnumSet.of(FaultVerb.LIST), match("{'verb': 'list'}").verbs());
        assertEquals(EnumSet.of(FaultVerb.READ), match("{'verb': ['get']}").verbs());
    }

    @Test
    void aPersonaIsNamedOrNumbered() {
        assertEquals(
                Optional.of(new Persona("deactivated", 6)),
                match("{'persona': 'deactivated'}").persona());
        assertEquals(Optional.of(new Persona("", 4)), match("{'persona': 4}").persona());
    }

    @Test
    void allMistakesAreToldAtOnce() {
        String wrong =
                "{'mtach': {}, 'match': {'verb': ['PATCH', 'get ', 5], 'path': '/sprints/*', 'persona': 'nobody',"
                        + "'nth': 0, 'from': 1.5, 'times': '3', 'probability': 0, 'seed': 1e3, 'a/b~c': 1},"
                        + "'effect': {'type': 'drip', 'bytes': 5, 'bytesPerChunk': 0, 'pause': 'PT11S'}, 'description': 7}";
        assertEquals(
                List.of(
                        "/mtach",
                        "/match/a~1b~0c",
                        "/match/verb",
                        "/match/verb",
                        "/match/persona",
                        "/match/nth",
                        "/match/from",
                        "/match/times",
                        "/match/probability",
                        "/match/seed",
                        "/effect/bytes",
                        "/effect/bytesPerChunk",
                        "/effect/pause",
                        "/description",
                        "/match/path"),
                pointers(wrong));
    }

    @Test
    void aMistakeNamesTheValueAndWhatIsKnown() {
        assertEquals(
                List.of(new Mistake(
                        "/match/persona",
                        "\"nobody\"",
                        "is no user; known are ids of users and deactivated, program-manager, super-admin")),
                mistakes("{'match': {'persona': 'nobody'}, 'effect': {'type': 'closeAfter'}}"));
        assertEquals(
                List.of(new Mistake(
                        "/match/verb",
                        "\"patch\"",
                        "has \"patch\", which is no verb; known are GET, POST, PUT, PATCH, DELETE, list, get")),
                mistakes("{'match': {'verb': 'patch'}, 'effect': {'type': 'closeAfter'}}"));
        assertEquals(
                List.of(new Mistake("/effect/cod", "500", "stands at an unknown key; known are type, code")),
                mistakes("{'effect': {'type': 'status', 'code': 500, 'cod': 500}}"));
        assertEquals(
                "is no effect; known are status, tooManyRequests, delay, drip, closeBefore, closeAfter, truncatedBody,"
                        + " malformedJson, extraProperty, wrongType, proxyPage, redirect, unauthorizedFromNowOn, meanwhile",
                mistakes("{'effect': {'type': 'explode'}}").get(0).reason());
        assertThat(
                mistakes("{'effect': {'type': 'status', 'code': 418}}").get(0).reason(),
                containsString("400, 401, 403"));
    }

    @Test
    void theMessageHasALineForEachMistake() {
        FaultException one =
                assertThrows(FaultException.class, () -> fault("{'effect': {'type': 'status', 'code': 1}, 'x': 2}"));
        assertEquals(
                "The fault is refused: 2 mistakes\n  /x: 2 stands at an unknown key; known are match, effect, description"
                        + "\n  /effect/code: 1 is no status whose answer is known; known are " + Status.CODES,
                one.getMessage());
        FaultException missing = assertThrows(FaultException.class, () -> fault("{}"));
        assertEquals("The fault is refused: /effect: is missing", missing.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "'text'", "null", "true"})
    void whatIsNoObjectIsNoFault(String text) {
        assertEquals(List.of(new Mistake("", text.replace('\'', '"'), "must be an object")), mistakes(text));
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
                "{'effect': {'type': 'meanwhile', 'calls': [{'method': 'GET', 'path': '/clock'}]}} | /effect/calls",
                "{'effect': {'type': 'meanwhile', 'calls': [{'method': 'PUT', 'path': '/clock', 'bdy': 1}]}} | /effect/calls",
                "{'effect': {'type': 'closeBefore', 'code': 500}}               | /effect/code",
                "{'effect': {'type': 'malformedJson', 'at': 1}}                 | /effect/at",
                "{'effect': {'type': 'closeAfter'}, 'match': []}                | /match",
                "{'effect': {'type': 'closeAfter'}, 'match': {'verb': []}}      | /match/verb",
                "{'effect': {'type': 'closeAfter'}, 'match': {'verb': null}}    | /match/verb",
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
                "{'effect': {'type': 'closeAfter'}, 'match': {'seed': 1}}       | /match/seed",
                "{'effect': {'type': 'closeAfter'}, 'description': ''}          | /description"
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
                "{'type':'malformedJson'}",
                "{'type':'extraProperty','name':'x','value':null}",
                "{'type':'wrongType','field':'ownerId'}",
                "{'type':'proxyPage','code':400}",
                "{'type':'redirect','location':'http://localhost:1/x','code':307}",
                "{'type':'meanwhile','calls':[{'method':'PUT','path':'/clock','body':{'advance':'PT1S'}},{'method':'POST','path':'/reset'}]}",
                "{'type':'unauthorizedFromNowOn'}"
            })
    void everyEffectIsPrintedAsItIsWritten(String text) {
        assertEquals(json(text), effect(text).json());
        assertEquals(json(text).toString(), effect(text).json().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'verb':'list','path':'/epics'}",
                "{'verb':['GET','PATCH'],'path':'/epics/*','persona':'program-manager','nth':2}",
                "{'path':'/epics/**','persona':4,'from':3,'times':2,'probability':0.5,'seed':1}",
                "{'path':'/*/*/auditlog'}"
            })
    void everyMatcherIsPrintedAsItIsWritten(String text) {
        assertEquals(json(text).toString(), match(text).json().toString());
    }

    @Test
    void aDescriptionIsPrintedWhenThereIsOne() {
        String text = "{'match':{},'effect':{'type':'closeAfter'},'description':'d'}";
        assertEquals(json(text).toString(), fault(text).json().toString());
        String without = "{'match':{},'effect':{'type':'closeAfter'}}";
        assertEquals(json(without).toString(), fault(without).json().toString());
    }
}
