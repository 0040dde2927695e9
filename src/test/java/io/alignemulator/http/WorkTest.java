package io.alignemulator.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.client.Calls;
import io.alignemulator.client.Sandbox;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.LimitSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No call takes more work than it may, whatever it asks for, and what is refused changes nothing. */
@Rule({"EMUL-28", "ROBU-01"})
@Tag("in-process")
class WorkTest extends BlackBox {

    private static final int FEATURES = 60;

    @BeforeEach
    void anEpicWithManyFeatures() {
        String features = IntStream.range(0, FEATURES)
                .mapToObj(i -> "{\"title\":\"f" + i + "\",\"primaryProgramId\":1,\"parentId\":1}")
                .collect(Collectors.joining(","));
        control("POST", "/import", "{\"fixtures\":{\"Features\":[" + features + "]}}")
                .expect(200);
    }

    private static String lambdas(int depth) {
        String condition = "a" + depth + " ge 0";
        for (int i = depth; i > 0; i--) {
            condition = "featureIds/all(a" + i + ": a" + i + " ge 0 and " + condition + ")";
        }
        return encoded(condition);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void lambdasWithinEachOtherAreRefusedOnceTheyTakeTooMuch() {
        control("PUT", "/settings", "{\"callWork\": 1000000}").expect(200);
        given().get("/epics?$filter=" + lambdas(2)).then().statusCode(200);
        given().get("/epics?$filter=" + lambdas(5))
                .then()
                .statusCode(400)
                .body(equalTo("Cannot find epics. The call takes more than 1000000 steps of work."));
    }

    static Stream<Arguments> readings() {
        String some = encoded(IntStream.range(0, 40)
                .mapToObj(i -> "contains(title,'zz" + i + "')")
                .collect(Collectors.joining(" or ")));
        return Stream.of(
                Arguments.of("/features?$filter=" + some),
                Arguments.of("/features?$filter=" + encoded("tolower(toupper(tolower(title))) eq 'x'") + "&$top=1"),
                Arguments.of("/features?$orderby=state,title,type,ownerId,parentId,releaseId,points"),
                Arguments.of("/epics?$filter=" + lambdas(3)));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void whatAListTakesIsCounted(String target) {
        given().get(target).then().statusCode(200);
        control("PUT", "/settings", "{\"callWork\": 1000}").expect(200);
        given().get("/regions").then().statusCode(200);
        // the setting may not be lower than 1,000, and the site is small: the same work many times over
        control("POST", "/import", "{\"fixtures\":{\"Features\":[" + many() + "]}}")
                .expect(200);
        given().get(target)
                .then()
                .statusCode(400)
                .body(startsWith("Cannot find "))
                .body(org.hamcrest.Matchers.endsWith(". The call takes more than 1000 steps of work."));
    }

    private static String many() {
        return IntStream.range(0, 1_100)
                .mapToObj(i -> "{\"title\":\"g" + i % 7 + "\",\"primaryProgramId\":1}")
                .collect(Collectors.joining(","));
    }

    static Stream<String> patches() {
        String list = "{\"op\":\"replace\",\"path\":\"/additionalProgramIds\",\"value\":[" + "1,".repeat(4_000) + "1]}";
        return Stream.of(
                        ",{\"op\":\"remove\",\"path\":\"/additionalProgramIds/0\"}",
                        ",{\"op\":\"add\",\"path\":\"/additionalProgramIds/0\",\"value\":1}",
                        ",{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"x\"}")
                .map(operation -> "[" + list + operation.repeat(2_000) + "]");
    }

    @ParameterizedTest
    @MethodSource("patches")
    void operationsAndElementsThatMoveAreCounted(String patch) {
        control("PUT", "/settings", "{\"callWork\": 20000}").expect(200);
        String before = given().get("/epics/1").asString();
        given().contentType("application/json")
                .body(patch)
                .patch("/epics/1")
                .then()
                .statusCode(400)
                .body(equalTo("Cannot update epic with id 1. The call takes more than 20000 steps of work."));
        assertEquals(before, given().get("/epics/1").asString());
    }

    @Test
    void digitsOfANumberWithoutEndTakeNoTime() {
        String digits = "7".repeat(1_000_000);
        for (String value : new String[] {digits, "0x" + digits, "0" + digits, "\"" + digits + "\""}) {
            given().contentType("application/json")
                    .body("{\"title\":\"n\",\"primaryProgramId\":" + value + "}")
                    .post("/features")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aPatternOfAUserTakesNoTimeWhateverItIs() {
        given().get("/" + "a".repeat(5_000)).then().statusCode(404);
        for (String pattern : new String[] {
            "(a+)+$x", "(a|aa)+!", "(a*)*b", "((a{1,30}){1,30})!", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}"
        }) {
            journal(pattern).statusCode(200).body("matched", equalTo(0));
        }
        journal("^/rest.*a$").statusCode(200).body("matched", equalTo(1));
        for (String pattern : new String[] {
            "(?=a)b", "(a)\\1", "(", "a".repeat(1_001), "(a{1000}){1000}", "((([ab]{1000}){1000}){1000}){1000}"
        }) {
            journal(pattern).statusCode(400).body("error", startsWith("/pathPattern: "));
        }
    }

    private io.restassured.response.ValidatableResponse journal(String pattern) {
        return io.restassured.RestAssured.given()
                .baseUri(site().uri().toString())
                .urlEncodingEnabled(false)
                .get("/_emulator/requests?pathPattern=" + encoded(pattern))
                .then();
    }

    @Test
    void aClientThatHasGoneEndsTheWork() throws IOException {
        String target = Client.BASE + "/epics?$filter=" + lambdas(5);
        try (Socket socket = new Socket(site().uri().getHost(), site().uri().getPort())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + site().token()
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        Sandbox sandbox = io.alignemulator.client.Emulator.at(site().uri()).sandbox();
        sandbox.requests()
                .verify(Calls.to(io.alignemulator.protocol.calls.Method.GET, "/epics")
                        .status(400)
                        .within(Duration.ofSeconds(30)));
        String body = sandbox.requests().all().stream()
                .filter(each -> each.response().status() == 400)
                .map(each -> String.valueOf(each.response().body()))
                .findFirst()
                .orElse("");
        org.junit.jupiter.api.Assertions.assertTrue(body.contains("The client has gone."), body);
        assertEquals("250000000", LimitSettings.CALL_WORK.fallback());
    }
}
