package io.alignemulator.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who calls. */
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
        try (EmulatedSite open = EmulatedSite.with(Settings.BASIC_AUTH, "on")) {
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
