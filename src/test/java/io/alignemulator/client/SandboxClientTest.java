package io.alignemulator.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a test does with a sandbox through the client of the control API. */
class SandboxClientTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static JiraAlignEmulator server;
    private static Emulator emulator;

    @BeforeAll
    static void start() {
        server = JiraAlignEmulator.start(Settings.DEFAULTS.with(Settings.PORT, "0"));
        emulator = Emulator.at(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int get(Sandbox sandbox, Persona persona, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.apiUri() + path))
                .header("Authorization", persona.authorization())
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void aSandboxIsMadeUsedAndEnded() throws Exception {
        Sandbox ended;
        try (Sandbox sandbox = emulator.newSandbox(
                new Sandbox.Options().name("brief").fixtures("minimal").clock(Instant.EPOCH))) {
            ended = sandbox;
            Persona admin = sandbox.persona("super-admin");
            assertEquals(1, admin.userId());
            assertEquals(200, get(sandbox, admin, "/epics/1"));
            assertEquals(403, get(sandbox, sandbox.persona("team-member"), "/users"));
            assertEquals(Instant.EPOCH, sandbox.clock().now());
            assertEquals(List.of("brief", "default"), emulator.sandboxes());
            assertThrows(IllegalArgumentException.class, () -> sandbox.persona("nobody"));
        }
        assertEquals(List.of("default"), emulator.sandboxes());
        assertEquals(404, assertThrows(ControlException.class, ended::reset).status());
    }

    @Test
    void theClockEndsABlock() throws Exception {
        try (Sandbox sandbox = emulator.newSandbox(new Sandbox.Options().set("rate-limit", "1/60:60"))) {
            Persona admin = sandbox.persona("super-admin");
            assertEquals(200, get(sandbox, admin, "/epics"));
            assertEquals(429, get(sandbox, admin, "/epics"));
            sandbox.clock().advance(Duration.ofSeconds(61));
            assertEquals(200, get(sandbox, admin, "/epics"));
            sandbox.rateLimit().set("off");
            assertEquals("off", sandbox.rateLimit().limit());
            assertEquals(200, get(sandbox, admin, "/epics"));
        }
    }

    @Test
    void snapshotsSettingsAndTokensAreThere() throws Exception {
        try (Sandbox sandbox = emulator.newSandbox()) {
            sandbox.snapshots().put("clean state".replace(' ', '-'));
            String old = sandbox.tokens().get("team-member");
            String fresh = sandbox.newToken(4);
            assertFalse(fresh.equals(old));
            assertEquals(fresh, sandbox.persona("team-member").token());
            sandbox.set("page-cap", 3);
            assertEquals("3", sandbox.settings().get("page-cap"));
            sandbox.snapshots().restore("clean-state");
            assertEquals("100", sandbox.settings().get("page-cap"));
            assertEquals(old, sandbox.tokens().get("team-member"));
            assertEquals("page closed", sandbox.access(4, "GET", "/users").get("decision"));
            assertEquals(1, sandbox.snapshots().all().size());
            sandbox.snapshots().delete("clean-state");
            assertEquals(List.of(), sandbox.snapshots().all());
        }
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        ControlException refused =
                assertThrows(ControlException.class, () -> emulator.newSandbox(new Sandbox.Options().name("No Name")));
        assertEquals(400, refused.status());
        assertTrue(String.valueOf(refused.getMessage()).startsWith("A name consists of"));
        ControlException nobody =
                assertThrows(ControlException.class, () -> Emulator.at(URI.create("http://127.0.0.1:1"))
                        .newSandbox());
        assertEquals(0, nobody.status());
    }
}
