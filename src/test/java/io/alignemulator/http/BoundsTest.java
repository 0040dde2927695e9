package io.alignemulator.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.LimitSettings;
import io.alignemulator.settings.ServerSettings;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a record, a sandbox and a server hold has bounds, and what is beyond them is refused with a sentence. */
@Rule({"EMUL-30", "ROBU-01"})
@Tag("in-process")
class BoundsTest extends BlackBox {

    private static final int MOST = 4;

    @Override
    SiteUnderTest start() {
        return EmulatedSite.start(EmulatedSite.SETTINGS
                .with(LimitSettings.MAX_SANDBOXES, Integer.toString(MOST))
                .with(ServerSettings.TRUSTED_PROXIES, "127.0.0.1"));
    }

    private RequestSpecification control() {
        return RestAssured.given()
                .baseUri(site().uri().toString())
                .basePath("/_emulator")
                .urlEncodingEnabled(false)
                .contentType("application/json");
    }

    @AfterEach
    void removeSandboxes() {
        endSandboxes();
    }

    /** A text of each resource that takes PATCH, where it has one without rules of its own. */
    static Stream<Arguments> texts() {
        return updatedResources().stream()
                .flatMap(resource -> text(resource).map(field -> Arguments.of(resource, field)).stream());
    }

    private static Optional<Field> text(Resource resource) {
        return resource.fields().stream()
                .filter(field -> field.type().kind() == Kind.STRING
                        && field.write() == Field.Write.ALWAYS
                        && field.isPrinted()
                        && field.allowed().isEmpty()
                        && field.name().equals("description"))
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Rule("EMUL-29")
    void aTextOfAnyResourceHasABound(Resource resource, Field field) {
        List<Integer> ids = given().get("/" + resource.collection() + "?$select=id&$top=1")
                .jsonPath()
                .getList("id");
        if (ids.isEmpty()) {
            return;
        }
        String record = "/" + resource.collection() + "/" + ids.get(0);
        String before = given().get(record).asString();
        String sentence = given().contentType("application/json")
                .body("[{\"op\":\"replace\",\"path\":\"/" + field.name() + "\",\"value\":\"" + "d".repeat(100_001)
                        + "\"}]")
                .patch(record)
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertEquals(
                "Cannot update " + resource.noun().one() + " with id " + ids.get(0) + ". " + field.name()
                        + " must have at most 100000 characters.",
                sentence);
        assertEquals(before, given().get(record).asString());
    }

    @Test
    @Rule("EMUL-29")
    void aListCountsWithItsElementsAndTheBoundIsASetting() {
        String ids =
                "[{\"op\":\"replace\",\"path\":\"/additionalProgramIds\",\"value\":[" + "1,".repeat(60_000) + "1]}]";
        given().contentType("application/json")
                .body(ids)
                .patch("/epics/1")
                .then()
                .statusCode(400);
        String text = "[{\"op\":\"replace\",\"path\":\"/description\",\"value\":\"" + "d".repeat(5_000) + "\"}]";
        given().contentType("application/json")
                .body(text)
                .patch("/epics/1")
                .then()
                .statusCode(204);
        control().body("{\"textLimit\": 4000}").put("/settings").then().statusCode(200);
        String longer = text.replace("dddd", "eeee");
        given().contentType("application/json")
                .body(longer)
                .patch("/epics/1")
                .then()
                .statusCode(400);
        String other = "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"another\"}]";
        given().contentType("application/json")
                .body(other)
                .patch("/epics/1")
                .then()
                .statusCode(204);
    }

    @Test
    @Rule("EMUL-29")
    void anAuditRowTellsTheBeginningOfALongText() {
        String text = "[{\"op\":\"replace\",\"path\":\"/description\",\"value\":\"" + "d".repeat(90_000) + "\"}]";
        given().contentType("application/json")
                .body(text)
                .patch("/epics/1")
                .then()
                .statusCode(204);
        int length = given().get("/epics/1/auditlog")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .length();
        org.hamcrest.MatcherAssert.assertThat(length, lessThan(30_000));
    }

    @Test
    void aServerHasSoManySandboxesAndNoMore() {
        for (int i = 0; i < MOST; i++) {
            control()
                    .body("{\"name\":\"s" + i + "\"}")
                    .post("/sandboxes")
                    .then()
                    .statusCode(201);
        }
        control()
                .body("{\"name\":\"more\"}")
                .post("/sandboxes")
                .then()
                .statusCode(409)
                .body(
                        "error",
                        equalTo(
                                "There are 4 sandboxes already, as many as the setting max-sandboxes allows; end some."));
        control().delete("/sandboxes/s1").then().statusCode(204);
        control().body("{\"name\":\"more\"}").post("/sandboxes").then().statusCode(201);
    }

    @Test
    void sandboxesAreFoundAndEndedByALabel() {
        for (String build : new String[] {"41", "42"}) {
            for (String test : new String[] {"a", "b"}) {
                Map<String, Object> body =
                        Map.of("name", "b" + build + test, "labels", Map.of("build", build, "test", test));
                control().body(body).post("/sandboxes").then().statusCode(201).body("labels.build", equalTo(build));
            }
        }
        control()
                .get("/sandboxes?label=build=42")
                .then()
                .body("name", equalTo(List.of("b42a", "b42b")))
                .body("[0].lastUsed", notNullValue());
        control().delete("/sandboxes").then().statusCode(400);
        control().delete("/sandboxes?label=build=42").then().statusCode(204);
        control().get("/sandboxes").then().body("name", equalTo(List.of("b41a", "b41b", "default")));
    }

    @Test
    void aSandboxTellsWhenItWasUsedLast() {
        control()
                .body("{\"name\":\"u\",\"clock\":\"2026-01-05T09:00:00Z\"}")
                .post("/sandboxes")
                .then()
                .body("lastUsed", equalTo("2026-01-05T09:00:00Z"));
        control()
                .body("{\"advance\":\"PT1H\"}")
                .put("/sandboxes/u/clock")
                .then()
                .statusCode(200);
        anonymous().header("X-Align-Sandbox", "u").get("/epics").then().statusCode(401);
        control().get("/sandboxes/u").then().body("lastUsed", equalTo("2026-01-05T10:00:00Z"));
    }

    @Test
    void faultsAndSnapshotsHaveBounds() {
        for (int i = 0; i < 12; i++) {
            String fault = "{\"match\":{\"path\":\"/epics/" + i
                    + "\"},\"effect\":{\"type\":\"extraProperty\",\"name\":\"x\",\"value\":\"" + "v".repeat(90_000)
                    + "\"}}";
            control().body(fault).post("/faults").then().statusCode(i < 11 ? 201 : 400);
        }
        for (int i = 0; i <= 1_000; i++) {
            control("PUT", "/snapshots/s" + i, "").expect(i < 1_000 ? 201 : 409);
        }
        control().put("/snapshots/s0").then().statusCode(201);
    }

    @Test
    @Rule("RATE-08")
    void theLimiterCountsAddressesAndNothingElse() {
        control().body("{\"limit\":\"100/60:60\"}").put("/rate-limit").then().statusCode(200);
        for (String hop : new String[] {"7.7.7.7", "7.7.7.7:1", " 7.7.7.7:2", "::ffff:7.7.7.7", "x".repeat(5_000)}) {
            given().header("X-Forwarded-For", hop).get("/regions").then().statusCode(200);
        }
        given().header("X-Forwarded-For", "6.6.6.6", "7.7.7.7")
                .get("/regions")
                .then()
                .statusCode(200);
        control()
                .get("/rate-limit")
                .then()
                .body("addresses.address", hasItem("7.7.7.7"))
                .body("addresses.address", hasItem("127.0.0.1"))
                .body("addresses.size()", equalTo(2))
                .body("addresses.find { it.address == '7.7.7.7' }.calls", equalTo(5));
        control().body("{\"block\":\"[::1]\"}").put("/rate-limit").then().statusCode(200);
        given().header("X-Forwarded-For", "0:0::1").get("/regions").then().statusCode(429);
        control()
                .body("{\"block\":\"nobody\"}")
                .put("/rate-limit")
                .then()
                .statusCode(400)
                .body("error", containsString("is not an address such as"));
    }
}
