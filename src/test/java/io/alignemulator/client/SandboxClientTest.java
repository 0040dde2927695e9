package io.alignemulator.client;

import static io.alignemulator.protocol.calls.Method.GET;
import static io.alignemulator.protocol.calls.Method.PATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.protocol.calls.Exchange;
import io.alignemulator.protocol.faults.Fault;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test does with a sandbox through the client of the control API. */
class SandboxClientTest {

    private static JiraAlignEmulator server;
    private static Emulator emulator;

    @BeforeAll
    static void start() {
        server = JiraAlignEmulator.start();
        emulator = Emulator.at(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int get(Sandbox sandbox, Persona persona, String path) {
        return HttpCalls.get(sandbox, persona, path).statusCode();
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
            assertEquals("page closed", sandbox.access(4, GET, "/users").decision());
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
        assertTrue(String.valueOf(refused.getMessage())
                .startsWith("/name: \"No Name\" is not a name of lower-case letters,"));
        ControlException nobody =
                assertThrows(ControlException.class, () -> Emulator.at(URI.create("http://127.0.0.1:1"))
                        .newSandbox());
        assertEquals(0, nobody.status());
    }

    @Test
    void whatWasSaidAtTheBeginningComesBackWithAReset() {
        Sandbox.Options options = new Sandbox.Options()
                .fixtures("minimal")
                .seed("Regions", Map.of("name", "South"), Map.of("name", "West"))
                .seed("Regions", Map.of("name", "North"))
                .fault("{\"match\": {\"path\": \"/regions/2\"}, \"effect\": {\"type\": \"status\", \"code\": 503}}")
                .set("page-cap", 2);
        try (Sandbox sandbox = emulator.newSandbox(options)) {
            Persona admin = sandbox.persona("super-admin");
            assertEquals(List.of(), sandbox.world().changes());
            assertEquals(List.of(5L, 6L), sandbox.seed("Regions", Map.of("name", "a"), Map.of("name", "b")));
            assertEquals(2, sandbox.world().changes().size());
            assertEquals("South", sandbox.world().get("Regions", 2).get("name"));
            sandbox.faults().clear();
            assertEquals(200, get(sandbox, admin, "/regions/2"));
            sandbox.reset();
            assertEquals(4, sandbox.world().all("Regions").size());
            assertEquals(503, get(sandbox, admin, "/regions/2"));
            try (Sandbox fork = emulator.newSandbox(options.forkOf(sandbox))) {
                assertEquals("North", fork.world().get("Regions", 4).get("name"));
                assertEquals(503, get(fork, fork.persona("super-admin"), "/regions/2"));
                assertEquals("2", fork.settings().get("page-cap"));
                assertEquals(List.of(), fork.world().changes());
            }
        }
    }

    @Test
    void aFolderOfFixturesOnThisSideIsSent(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("Regions.json"), "[{\"id\": 9, \"name\": \"Only\"}]");
        Files.writeString(folder.resolve("README.md"), "no fixture");
        try (Sandbox sandbox = emulator.newSandbox(new Sandbox.Options().fixtures(folder.toString()))) {
            assertEquals("Only", sandbox.world().get("Regions", 9).get("name"));
        }
        Files.writeString(folder.resolve("Nothing.json"), "[]");
        ControlException refused =
                assertThrows(ControlException.class, () -> emulator.newSandbox(new Sandbox.Options().fixtures(folder)));
        assertTrue(String.valueOf(refused.getMessage()).contains("Nothing.json: is no collection"));
    }

    @Test
    void callsAreVerifiedWithWhatCameNearest() {
        try (Sandbox sandbox = emulator.newSandbox()) {
            Persona admin = sandbox.persona("super-admin");
            get(sandbox, admin, "/epics/1001");
            get(sandbox, admin, "/epics/999999");
            sandbox.requests().verify(Calls.to(GET, "/epics/*").times(2));
            sandbox.requests().verify(Calls.to(GET, "/epics/*").status("4xx").times(1));
            sandbox.requests().verify(Calls.any().atLeast(2));
            sandbox.requests().verify(Calls.to(PATCH, "/epics/1001").times(0));
            assertEquals(2, sandbox.requests().count(Calls.any()));
            AssertionError missing =
                    assertThrows(AssertionError.class, () -> sandbox.requests().verify(Calls.to(PATCH, "/epics/1001")));
            assertTrue(String.valueOf(missing.getMessage()).contains("GET /rest/align/api/2/epics/1001"));
            assertThrows(AssertionError.class, () -> sandbox.requests()
                    .verify(Calls.to(GET, "/epics/*").atMost(1)));
        }
    }

    @Test
    void exchangesAreToldAsTheyHappen() throws Exception {
        try (Sandbox sandbox = emulator.newSandbox()) {
            Persona admin = sandbox.persona("super-admin");
            BlockingQueue<Exchange> told = new LinkedBlockingQueue<>();
            try (Following following = sandbox.requests().follow(told::add)) {
                get(sandbox, admin, "/epics/1001");
                Exchange exchange = told.poll(20, TimeUnit.SECONDS);
                assertEquals("/rest/align/api/2/epics/1001", exchange.request().path());
            }
        }
    }

    @Test
    void aControlTokenIsSentWhereOneIsAskedFor() {
        try (JiraAlignEmulator guarded = JiraAlignEmulator.builder()
                .fixtures("minimal")
                .set("control-token", "secret")
                .start()) {
            guarded.reset();
            ControlException refused = assertThrows(
                    ControlException.class,
                    () -> Emulator.at(guarded.uri()).sandbox().reset());
            assertEquals(401, refused.status());
        }
    }

    @Test
    void aBuilderRefusesWhatItDoesNotKnow() {
        assertThrows(IllegalArgumentException.class, () -> JiraAlignEmulator.builder()
                .set("page-capp", 1));
        assertThrows(IllegalArgumentException.class, () -> JiraAlignEmulator.builder()
                .set("page-cap", "many"));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> JiraAlignEmulator.builder()
                        .fixtures("minimal")
                        .seed("Epics", Map.of("colour", "red"))
                        .start());
        assertTrue(String.valueOf(refused.getMessage()).contains("is not a key of Epic"));
    }

    @Test
    void aServerBeginsAsItsBuilderSays() {
        try (JiraAlignEmulator align = JiraAlignEmulator.builder()
                .fixtures("minimal")
                .clock(Instant.parse("2026-01-05T09:00:00Z"))
                .rateLimit("1/60:60")
                .seed("Regions", Map.of("name", "South"))
                .fault(Fault.status(503).on(GET, "/regions/2"))
                .set("page-cap", 1)
                .start()) {
            Persona admin = align.persona("super-admin");
            for (int round = 0; round < 2; round++) {
                assertEquals(
                        Instant.parse("2026-01-05T09:00:00Z"), align.clock().now());
                assertEquals(503, get(align.sandbox(), admin, "/regions/2"));
                assertEquals(429, get(align.sandbox(), admin, "/regions/2"));
                align.clock().advance(Duration.ofSeconds(61));
                assertEquals("South", align.world().get("Regions", 2).get("name"));
                assertEquals(List.of(), align.world().changes());
                align.faults().clear();
                align.reset();
            }
        }
    }
}
