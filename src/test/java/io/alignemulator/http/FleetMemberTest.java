package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What lets a proxy place sandboxes on several emulators: it sees the address, the headers, and the tokens, but no body. */
@Rule("EMUL-44")
class FleetMemberTest extends BlackBox {

    private final EmulatedSite member = EmulatedSite.with(ServerSettings.FLEET_MARK, "7");

    @AfterAll
    void close() {
        member.close();
    }

    private Answer askMember(String method, String path, String body) {
        return Client.control(member.uri(), method, path, body, Map.of());
    }

    @Test
    void theQueryNamesASandbox() {
        String made = askMember("POST", "/sandboxes?name=of-the-query", "")
                .expect(201)
                .body();
        assertTrue(made.contains("\"of-the-query\""), made);
        askMember("GET", "/sandboxes/of-the-query", "").expect(200);
        askMember("POST", "/sandboxes?name=of-the-query", "{}").expect(409);
        askMember("POST", "/sandboxes?name=Not-A-Label", "{}").expect(400);
    }

    @Test
    void aBodyThatSaysTheSameIsTakenAndOneThatSaysAnotherIsRefused() {
        askMember("POST", "/sandboxes?name=same", "{\"name\":\"same\"}").expect(201);
        String error = askMember("POST", "/sandboxes?name=chosen", "{\"name\":\"meant\"}")
                .expect(400)
                .json()
                .path("error")
                .asString();
        assertTrue(error.contains("/name: \"meant\" is not taken beside ?name=chosen; "), error);
        askMember("GET", "/sandboxes/chosen", "").expect(404);
        askMember("GET", "/sandboxes/meant", "").expect(404);
    }

    @Test
    void everyTokenThatAMemberIssuesBeginsWithItsMark() {
        JsonNode made =
                askMember("POST", "/sandboxes?name=marked", "").expect(201).json();
        made.path("tokens").forEach(each -> assertMarked(each.asString(), "|"));
        String site = askMember("POST", "/sandboxes/marked/tokens", "{\"userId\":4}")
                .expect(201)
                .json()
                .path("token")
                .asString();
        assertMarked(site, "|");
        String signOn = askMember("POST", "/sandboxes/marked/tokens", "{\"userId\":4,\"scope\":\"read\"}")
                .expect(201)
                .json()
                .path("token")
                .asString();
        assertMarked(signOn, "ATATT3");
        JsonNode fork = askMember("POST", "/sandboxes", "{\"from\":\"marked\"}")
                .expect(201)
                .json();
        fork.path("tokens").forEach(each -> assertMarked(each.asString(), "|"));
        String token = made.path("tokens").path("super-admin").asString();
        member.client().as(token).get("/epics/1").expect(200);
    }

    private static void assertMarked(String token, String before) {
        int start = token.indexOf(before) + before.length();
        assertEquals('7', token.charAt(start), token.substring(0, start));
    }
}
