package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.call;
import static io.alignemulator.sandbox.faults.Examples.effect;
import static io.alignemulator.sandbox.faults.Examples.json;
import static io.alignemulator.sandbox.faults.Examples.text;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.protocol.faults.Effect.ProxyPage;
import io.alignemulator.protocol.faults.Effect.Status;
import io.alignemulator.protocol.faults.Effect.TooManyRequests;
import io.alignemulator.resource.call.Response;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that take the place of the verb's; the bodies are those of the rules ERRS where they are known. */
class AnswerEffectTest {

    private static final FaultCall ITEM = call("GET", "/epics/1001");

    private static Response answer(String effect, FaultCall call) {
        return Effects.instead(effect(effect), call).orElseThrow();
    }

    private static Response status(int code, FaultCall call) {
        return answer("{'type': 'status', 'code': " + code + "}", call);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 413, 415, 500})
    void statusesWithoutABody(int code) {
        assertEmpty(code, Map.of(), status(code, ITEM));
    }

    @Test
    void unauthorizedAsksForABearerToken() {
        assertEmpty(401, Map.of("WWW-Authenticate", "Bearer"), status(401, ITEM));
        assertEmpty(401, Map.of("WWW-Authenticate", "Bearer"), answer("{'type': 'unauthorizedFromNowOn'}", ITEM));
    }

    @ParameterizedTest
    @CsvSource({
        "/epics/1001, Cannot get epic with id 1001.",
        "/Epic/1001/, Cannot get epic with id 1001.",
        "/keyresults/-4, Cannot get Key Result with id -4.",
        "/epics/7/editmeta, Cannot get epic with id 7.",
        "/epics/7/auditlog, Cannot get epic with id 7.",
        "/epics/7/milestones/3, Cannot get milestone with id 3."
    })
    void aRecordThatIsNotFoundIsNamed(String path, String sentence) {
        assertText(404, sentence, status(404, call("GET", path)));
        assertText(404, sentence, status(404, call("PATCH", path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/epics", "/users/whoami", "/nothing/1", "/", ""})
    void whatIsNoRecordIsNotFoundWithoutAWord(String path) {
        assertEmpty(404, Map.of(), status(404, call("GET", path)));
    }

    @ParameterizedTest
    @CsvSource({
        "/epics, Cannot find epics. Value for id is invalid.",
        "/epics/1001, Cannot get epic with id 1001. Value for id is invalid.",
        "/epics/1001/auditlog, Cannot get epic with id 1001. Value for id is invalid.",
        "/users/whoami, Cannot get user. Value for id is invalid.",
        "/objectives, Cannot find milestones. Value for id is invalid."
    })
    void aBadReadIsToldInASentence(String path, String sentence) {
        assertText(400, sentence, status(400, call("GET", path)));
    }

    @ParameterizedTest
    @CsvSource({"POST, /epics", "PUT, /epics/1", "PATCH, /epics/1"})
    void aBadWriteIsToldInAProblemDocument(String method, String path) {
        Response reply = status(400, call(method, path));
        assertEquals(Response.PROBLEM, reply.contentType());
        assertEquals(400, reply.status());
        assertEquals(
                List.of("type", "title", "status", "traceId", "errors"),
                List.copyOf(json(text(reply)).propertyNames()));
        assertEquals(text(reply), text(status(400, call(method, path))), "the same at every run");
    }

    @Test
    void anUnknownAddressIsABadRequestWithoutAWord() {
        assertEmpty(400, Map.of(), status(400, call("GET", "/nothing")));
    }

    @Test
    void theVerbThatIsRefusedIsNotAllowed() {
        assertEmpty(405, Map.of("Allow", "GET, PUT"), status(405, call("PATCH", "/epics/1")));
        assertEmpty(405, Map.of("Allow", "POST"), status(405, call("GET", "/epics")));
        assertEmpty(405, Map.of("Allow", ""), status(405, call("GET", "/nothing")));
    }

    @Test
    void tooManyRequestsIsTheRealText() {
        assertText(429, "429 too many requests", status(429, ITEM));
        Response plain = answer("{'type': 'tooManyRequests'}", ITEM);
        assertText(429, "429 too many requests", plain);
        assertEquals(Map.of(), plain.headers());
    }

    @Test
    void tooManyRequestsMayTellWhenToComeBack() {
        Response reply = answer("{'type': 'tooManyRequests', 'retryAfter': 30}", ITEM);
        assertEquals(Map.of("Retry-After", "30"), reply.headers());
        assertEquals(
                "0",
                answer("{'type': 'tooManyRequests', 'retryAfter': 0}", ITEM)
                        .headers()
                        .get("Retry-After"));
    }

    @Test
    void onlyTooManyRequestsBlocksTheAddressAndOnlyWhenAsked() {
        assertTrue(Effects.blocksAddress(effect("{'type': 'tooManyRequests', 'block': true}")));
        assertFalse(Effects.blocksAddress(effect("{'type': 'tooManyRequests', 'block': false}")));
        assertFalse(Effects.blocksAddress(effect("{'type': 'tooManyRequests'}")));
        assertFalse(Effects.blocksAddress(effect("{'type': 'status', 'code': 429}")));
        assertFalse(Effects.blocksAddress(effect("{'type': 'closeBefore'}")));
    }

    @ParameterizedTest
    @CsvSource({"502, Bad Gateway", "504, Gateway Time-out"})
    void aGatewaySaysItsStatusInAPage(int code, String phrase) {
        assertPage(code, code + " " + phrase, status(code, ITEM));
        assertPage(code, code + " " + phrase, answer("{'type': 'proxyPage', 'code': " + code + "}", ITEM));
    }

    @Test
    void anApplicationThatIsDownIsToldByTheWebServer() {
        Response reply = status(503, ITEM);
        assertEquals("text/html; charset=us-ascii", reply.contentType());
        assertTrue(text(reply).contains("HTTP Error 503. The service is unavailable."), text(reply));
    }

    @Test
    void aProxyIsABadGatewayUnlessToldOtherwise() {
        assertPage(502, "502 Bad Gateway", answer("{'type': 'proxyPage'}", ITEM));
        assertPage(403, "403 Forbidden", answer("{'type': 'proxyPage', 'code': 403}", ITEM));
        assertPage(599, "599", answer("{'type': 'proxyPage', 'code': 599}", ITEM));
    }

    @Test
    void theAnswerGoesOutAsItIs() {
        for (String effect : List.of(
                "{'type': 'status', 'code': 503}",
                "{'type': 'tooManyRequests'}",
                "{'type': 'proxyPage'}",
                "{'type': 'unauthorizedFromNowOn'}")) {
            Response reply = answer(effect, ITEM);
            assertAll(
                    () -> assertEquals(new Wire.Normal(), Effects.wire(effect(effect), reply)),
                    () -> assertEquals(reply, Effects.transform(effect(effect), reply)));
        }
    }

    @Test
    void valuesOutOfRangeMakeNoEffect() {
        assertThrows(IllegalArgumentException.class, () -> new Status(418));
        assertThrows(IllegalArgumentException.class, () -> new TooManyRequests(OptionalInt.of(-1), false));
        assertThrows(IllegalArgumentException.class, () -> new TooManyRequests(OptionalInt.of(86_401), false));
        assertThrows(IllegalArgumentException.class, () -> new ProxyPage(399));
        assertThrows(IllegalArgumentException.class, () -> new ProxyPage(600));
    }

    private static void assertEmpty(int code, Map<String, String> headers, Response reply) {
        assertAll(
                () -> assertEquals(code, reply.status()),
                () -> assertEquals("", reply.contentType()),
                () -> assertEquals(0, reply.body().length),
                () -> assertEquals(headers, reply.headers()));
    }

    private static void assertText(int code, String text, Response reply) {
        assertAll(
                () -> assertEquals(code, reply.status()),
                () -> assertEquals(Response.TEXT, reply.contentType()),
                () -> assertEquals(text, text(reply)));
    }

    private static void assertPage(int code, String title, Response reply) {
        assertAll(
                () -> assertEquals(code, reply.status()),
                () -> assertEquals("text/html", reply.contentType()),
                () -> assertTrue(text(reply).startsWith("<html>"), text(reply)),
                () -> assertTrue(text(reply).contains("<title>" + title + "</title>"), text(reply)));
    }
}
