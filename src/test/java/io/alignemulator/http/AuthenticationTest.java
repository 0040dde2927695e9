package io.alignemulator.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.AccessSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who calls. */
@Tag("in-process")
class AuthenticationTest extends BlackBox {

    private static final String PUNCTUATED = "user:1|aZ7!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~k4Q9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer nonsense",
                "Bearer user:1",
                "Bearer user:1|",
                "Bearer user:1|super-admin2",
                "Bearer USER:1|SUPER-ADMIN",
                "Bearer user:1%7Csuper-admin",
                "Bearer \"user:1|super-admin\"",
                "Bearer user:6|deactivated",
                "Token user:1|super-admin",
                "user:1|super-admin",
                "Basic dXNlcjoxfHN1cGVyLWFkbWlu",
                "Bearer user:1|super-admin, Bearer user:1|super-admin",
            })
    @Rule("ERRS-01")
    void whatIsNoCredentialIsRefused(String authorization) {
        Map<String, String> headers = Map.of("Authorization", authorization);
        for (String path : new String[] {"/Epics", "/Epics/1", "/Users/whoami", "/Epics/999"}) {
            Answer answer = client().send("GET", path, headers, "");
            answer.expectEmpty(401);
            assertEquals("Bearer", answer.header("www-authenticate"));
        }
        client().send("POST", "/Epics", headers, "{").expectEmpty(401);
    }

    @Test
    @Rule("ERRS-01")
    void withoutAHeaderTheAnswerIs401() {
        anonymous().get("/Epics").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    @Rule("ADDR-19")
    void strangersLearnThatAnAddressIsNotThere() {
        anonymous().get("/nothing").then().statusCode(404);
        anonymous().delete("/Epics/1").then().statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user:1|super-admin",
                "user:2|portfolio-manager",
                "user:3|program-manager",
                "user:4|team-member",
                "user:5|read-only",
                "user:7|legacy"
            })
    @Rule("AUTH-01")
    void aTokenIsItsUsers(String token) {
        int id = Integer.parseInt(token.substring(5, 6));
        assertEquals(id, client().as(token).read("/Users/whoami").path("id").asInt());
    }

    @Test
    @Rule("AUTH-04")
    void aTokenMayHoldEveryKindOfPunctuation() {
        Map<String, String> headers = Map.of("Authorization", "bearer   " + PUNCTUATED + " ");
        assertEquals(
                1,
                wire().send("GET", "/rest/align/api/2/users/whoami", headers, new byte[0])
                        .expect(200)
                        .json()
                        .path("id")
                        .asInt());
    }

    @Test
    @Rule({"AUTH-05", "USER-01"})
    void deactivatingAUserEndsTheToken() {
        Client member = client().as("user:4|team-member");
        member.get("/Users/whoami").expect(200);
        client().replace("/Users/4", "isLocked", "-1").expect(204);
        member.get("/Users/whoami").expectEmpty(401);
        client().replace("/Users/4", "isLocked", "0").expect(204);
        member.get("/Users/whoami").expect(200);
    }

    @Test
    @Rule("AUTH-03")
    void basicCredentialsAreASetting() {
        String right = basic("Robin.Admin@example.com:" + PUNCTUATED);
        client().send("GET", "/Epics/1", Map.of("Authorization", right), "").expectEmpty(401);
        try (EmulatedSite open = EmulatedSite.with(AccessSettings.AUTHENTICATION, "both")) {
            assertEquals(200, status(open, right));
            assertEquals(200, status(open, right.replace("Basic", "bAsIc")));
            assertEquals(401, status(open, basic("casey.member@example.com:" + PUNCTUATED)));
            assertEquals(401, status(open, basic("robin.admin@example.com:nonsense")));
            assertEquals(401, status(open, basic("robin.admin@example.com")));
            assertEquals(401, status(open, basic("sam.leaver@example.com:user:6|deactivated")));
            assertEquals(401, status(open, "Basic !!!"));
            assertEquals(200, status(open, "Bearer " + PUNCTUATED));
        }
    }

    @ParameterizedTest
    @Rule("AUTH-02")
    @CsvSource({
        "align-tokens, bearer, 200", "align-tokens, basic, 401", "align-tokens, api, 401",
        "both, bearer, 200", "both, basic, 200", "both, api, 200",
        "atlassian-tokens, bearer, 401", "atlassian-tokens, basic, 200", "atlassian-tokens, api, 200"
    })
    void whichTokensASiteTakesIsASetting(String setting, String credential, int status) {
        try (EmulatedSite site = EmulatedSite.with(AccessSettings.AUTHENTICATION, setting)) {
            String email = "casey.member@example.com:";
            String authorization =
                    switch (credential) {
                        case "bearer" -> "Bearer user:4|team-member";
                        case "basic" -> basic(email + "user:4|team-member");
                        default ->
                            basic(email
                                    + issued(site, "\"scope\": \"read-write\"")
                                            .path("token")
                                            .asString());
                    };
            assertEquals(status, status(site, authorization));
        }
    }

    @Test
    @Rule("AUTH-02")
    void aTokenToReadReadsOnly() {
        try (EmulatedSite site = EmulatedSite.with(AccessSettings.AUTHENTICATION, "atlassian-tokens")) {
            JsonNode reading = issued(site, "\"scope\": \"read\"");
            assertEquals("read", reading.path("scope").asString());
            Map<String, String> reads = Map.of(
                    "Authorization",
                    basic("casey.member@example.com:" + reading.path("token").asString()),
                    "Content-Type",
                    "application/json");
            String story = "{\"title\":\"t\",\"description\":\"d\",\"programId\":1,\"teamId\":3}";
            site.client().send("GET", "/Stories/1", reads, "").expect(200);
            site.client().send("POST", "/Stories", reads, story).expectEmpty(403);
            site.client().send("PUT", "/Stories/1", reads, story).expectEmpty(403);
            site.client().send("PATCH", "/Stories/1", reads, "[]").expectEmpty(403);
            site.client().send("POST", "/Stories/1", reads, story).expect(405);
            String writing =
                    issued(site, "\"scope\": \"read-write\"").path("token").asString();
            site.client()
                    .send(
                            "POST",
                            "/Stories",
                            Map.of(
                                    "Authorization",
                                    basic("casey.member@example.com:" + writing),
                                    "Content-Type",
                                    "application/json"),
                            story)
                    .expect(201);
        }
    }

    @Test
    @Rule("AUTH-02")
    void aTokenExpiresOnTheClockOfTheSite() {
        try (EmulatedSite site = EmulatedSite.with(AccessSettings.AUTHENTICATION, "both")) {
            Instant start = Instant.parse("2026-06-01T00:00:00Z");
            site.clock().freezeAt(start);
            JsonNode issued = issued(site, "\"expires\": \"2026-06-02T00:00:00Z\"");
            assertEquals("read-write", issued.path("scope").asString());
            String authorization =
                    basic("casey.member@example.com:" + issued.path("token").asString());
            assertEquals(200, status(site, authorization));
            site.clock().advance(Duration.ofHours(24).minusMillis(1));
            assertEquals(200, status(site, authorization));
            site.clock().advance(Duration.ofMillis(1));
            assertEquals(401, status(site, authorization));
            assertEquals(200, status(site, "Bearer user:4|team-member"));
        }
    }

    @Test
    @Rule("AUTH-02")
    void aTokenExpiresAtATimeThatAClockCanShow() {
        try (EmulatedSite site = EmulatedSite.with(AccessSettings.AUTHENTICATION, "both")) {
            for (String never :
                    List.of("+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "0000-12-31T00:00:00Z")) {
                String body = "{\"userId\": 4, \"expires\": \"" + never + "\"}";
                Answer refused = Client.control(site.uri(), "POST", "/tokens", body, Map.of())
                        .expect(400);
                assertTrue(refused.body().contains("is not a time of the years 1 to 9999"), refused.body());
            }
            issued(site, "\"expires\": \"9999-12-31T23:59:59.999Z\"");
            String exported = Client.control(site.uri(), "GET", "/export", "", Map.of())
                    .expect(200)
                    .body();
            assertTrue(exported.contains("9999-12-31T23:59:59.999Z"), exported);
        }
    }

    @Test
    @Rule({"AUTH-02", "AUTH-05"})
    void aTokenOfTheSignOnEndsNoOther() {
        try (EmulatedSite site = EmulatedSite.with(AccessSettings.AUTHENTICATION, "both")) {
            String first = issued(site, "\"scope\": \"read\"").path("token").asString();
            String second = issued(site, "\"scope\": \"read\"").path("token").asString();
            assertTrue(first.startsWith("ATATT3") && first.length() > 150, first);
            for (String token : List.of(first, second, "user:4|team-member")) {
                assertEquals(200, status(site, basic("casey.member@example.com:" + token)));
            }
            JsonNode renewed = Client.control(site.uri(), "POST", "/tokens", "{\"userId\": 4}", Map.of())
                    .expect(201)
                    .json();
            assertEquals(200, status(site, "Bearer " + renewed.path("token").asString()));
            assertEquals(200, status(site, basic("casey.member@example.com:" + first)));
            assertEquals(401, status(site, "Bearer user:4|team-member"));
        }
    }

    @Test
    @Rule("AUTH-02")
    void tokensOfTheSignOnStandInFixtures() {
        try (EmulatedSite site = EmulatedSite.with(AccessSettings.AUTHENTICATION, "both")) {
            Client.control(
                            site.uri(),
                            "POST",
                            "/import",
                            "{\"fixtures\": {\"_tokens\": [{\"token\": \"ATATT3x\", \"userId\": 4, \"scope\": \"read\", \"expires\": \"2999-01-01T00:00:00Z\"}]}}",
                            Map.of())
                    .expect(200);
            assertEquals(200, status(site, basic("casey.member@example.com:ATATT3x")));
            JsonNode exported = Client.control(site.uri(), "GET", "/export", "", Map.of())
                    .expect(200)
                    .json();
            assertTrue(
                    exported.path("_tokens")
                            .toString()
                            .contains(
                                    "{\"token\":\"ATATT3x\",\"userId\":4,\"scope\":\"read\",\"expires\":\"2999-01-01T00:00:00.000Z\"}"),
                    exported.path("_tokens").toString());
        }
    }

    private static JsonNode issued(EmulatedSite site, String more) {
        return Client.control(site.uri(), "POST", "/tokens", "{\"userId\": 4, " + more + "}", Map.of())
                .expect(201)
                .json();
    }

    private static int status(EmulatedSite site, String authorization) {
        return site.client()
                .send("GET", "/Epics/1", Map.of("Authorization", authorization), "")
                .status();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Rule("STMP-01")
    void stampsNameTheCaller() {
        Client legacy = client().as("user:7|legacy");
        int id = legacy.create("/Epics", "{\"title\":\"t\",\"primaryProgramId\":1}");
        JsonNode epic = client().read("/Epics/" + id);
        assertEquals("jdoe", epic.path("createdBy").asString());
        assertEquals("jdoe", epic.path("notStartedBy").asString());
    }
}
