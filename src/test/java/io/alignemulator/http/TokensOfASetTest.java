package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client whose token is fixed goes to a sandbox by address alone: the tokens that a fixture set has are valid in every sandbox that is named. */
@Rule("EMUL-45")
class TokensOfASetTest extends BlackBox {

    private static final String ADMIN = "user:1|super-admin";
    private static final String MEMBER = "user:4|team-member";
    private static final String CREATE = "{\"title\":\"mine\",\"primaryProgramId\":1}";

    @AfterEach
    void removeSandboxes() {
        endSandboxes();
    }

    private JsonNode create(String body) {
        return control("POST", "/sandboxes", body).expect(201).json();
    }

    private Answer call(String method, String path, String token, String sandbox, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token));
        if (!sandbox.isEmpty()) {
            headers.put("X-Align-Sandbox", sandbox);
        }
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return client().send(method, path, headers, body);
    }

    private int whoami(String token, String sandbox) {
        return call("GET", "/Users/whoami", token, sandbox, "").status();
    }

    @Test
    void aSandboxThatTheHeaderNamesTakesThemAndNobodyElseSeesWhatTheyWrite() {
        create("{\"name\":\"one\"}");
        create("{\"name\":\"two\"}");
        String id = call("POST", "/Epics", ADMIN, "one", CREATE).expect(201).body();
        assertEquals(200, call("GET", "/Epics/" + id, ADMIN, "one", "").status());
        assertEquals(404, call("GET", "/Epics/" + id, ADMIN, "two", "").status());
        assertEquals(404, call("GET", "/Epics/" + id, ADMIN, "", "").status());
        assertEquals(
                "1",
                call("GET", "/Users/whoami", ADMIN, "two", "")
                        .expect(200)
                        .json()
                        .path("id")
                        .asString());
    }

    @Test
    void soDoesOneThatTheHostNames() {
        create("{\"name\":\"one\"}");
        String id = call("POST", "/Epics", ADMIN, "one", CREATE).expect(201).body();
        wire().send(
                        "GET",
                        Client.BASE + "/Epics/" + id,
                        Map.of("Host", "one.localhost", "Authorization", "Bearer " + ADMIN),
                        new byte[0])
                .expect(200);
    }

    @Test
    void aGeneratedTokenEndsItInThatSandboxOnly() {
        create("{\"name\":\"one\"}");
        create("{\"name\":\"two\"}");
        control("POST", "/sandboxes/one/tokens", "{\"userId\": 4}").expect(201);
        assertEquals(401, whoami(MEMBER, "one"));
        assertEquals(200, whoami(ADMIN, "one"));
        assertEquals(200, whoami(MEMBER, "two"));
        assertEquals(200, whoami(MEMBER, ""));
        create("{\"name\":\"three\",\"from\":\"one\"}");
        assertEquals(401, whoami(MEMBER, "three"));
        control("POST", "/sandboxes/one/reset", "").expect(204);
        assertEquals(200, whoami(MEMBER, "one"));
    }

    @Test
    void aTokenThatASandboxIssuedIsNotOneOfTheSet() {
        JsonNode one = create("{\"name\":\"one\"}");
        String issued = one.path("tokens").path("super-admin").asString();
        create("{\"name\":\"two\",\"from\":\"one\"}");
        assertEquals(200, whoami(issued, ""));
        assertEquals(401, whoami(issued, "two"));
        assertEquals(200, whoami(ADMIN, "two"));
        control("DELETE", "/sandboxes/one", "").expect(204);
        assertEquals(404, call("GET", "/Epics/1", ADMIN, "one", "").status());
        assertEquals(401, whoami(issued, ""));
        create("{\"name\":\"one\"}");
        assertEquals(401, whoami(issued, "one"));
        assertEquals(200, whoami(ADMIN, "one"));
    }

    @Test
    void aSetOfOnesOwnHasItsOwnTokens() {
        String user = "{\"id\":7,\"firstName\":\"Ada\",\"lastName\":\"N\",\"email\":\"ada@example.com\",\"roleId\":9}";
        String role = "{\"id\":9,\"name\":\"Reader\"}";
        create(
                "{\"name\":\"own\",\"fixtures\":{\"SystemRoles\":[" + role + "],\"Users\":[" + user
                        + "],\"_tokens\":[{\"token\":\"fixed in the client\",\"userId\":7},{\"token\":\"another-of-the-set\",\"userId\":7}]}}");
        assertEquals(200, whoami("fixed in the client", "own"));
        assertEquals(401, whoami("fixed in the client", ""));
        assertEquals(401, whoami(ADMIN, "own"));
        call("GET", "/Regions?$filter=name%20eq%20'another-of-the-set'", "fixed in the client", "own", "");
        String journal =
                control("GET", "/sandboxes/own/requests", "").expect(200).body();
        assertTrue(journal.contains("name%20eq"), journal);
        assertFalse(journal.contains("another-of-the-set"), journal);
    }

    @Test
    void theyAreNotShownOnceTheyWereExchanged() {
        create("{\"name\":\"one\"}");
        whoami(ADMIN, "one");
        call("GET", "/Epics?$filter=title%20eq%20'" + MEMBER.replace("|", "%7C") + "'", ADMIN, "one", "");
        for (String path : new String[] {"", "/tokens", "/export", "/requests"}) {
            String told =
                    control("GET", "/sandboxes/one" + path, "").expect(200).body();
            assertFalse(told.contains(ADMIN), path);
            assertFalse(told.contains("|team-member"), path);
            assertFalse(told.contains("%7Cteam-member"), path);
        }
        assertTrue(control("GET", "/tokens", "").expect(200).body().contains(ADMIN));
    }
}
