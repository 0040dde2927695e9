package io.alignemulator.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSite;
import io.alignemulator.http.ApiServer;
import io.alignemulator.rules.Rule;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.save.folder.FullDisk;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, and a folder that is taken away: refused with the reason, nothing of it seen by anybody, and on it goes. {@code -Dfull=20} is the long form. */
@Timeout(120)
class FullDiskTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Settings SETTINGS =
            Settings.of(Map.of("port", "0", "rate-limit", "off", "fixtures", "minimal"));
    private static final int TIMES = Integer.getInteger("full", 2);

    @TempDir
    Path temp;

    private final FullDisk disk = new FullDisk();
    private final HttpClient client = HttpClient.newHttpClient();

    /** A server over a folder of the disk. */
    private final class Server implements AutoCloseable {

        private final FolderStore store;
        private final ApiServer server = ApiServer.start(SETTINGS);
        private final Sandboxes sandboxes;

        Server(Path folder) {
            store = new FolderStore(folder, disk.open(folder, CATALOGUE), CATALOGUE);
            Clock clock = Clock.system();
            sandboxes = Sandboxes.kept(store, SETTINGS, clock, () -> {
                FixtureSite site = FixtureReader.read("minimal", CATALOGUE, clock.now());
                return new Baseline(new SiteContent(site.world(), Tokens.holding(site.tokens()), SETTINGS), clock);
            });
            server.open(CATALOGUE, sandboxes, clock.now());
        }

        HttpResponse<String> send(String method, String path, String body) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer user:1|super-admin")
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            try {
                return client.send(request, BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(method + " " + path, e);
            }
        }

        int post(String name) {
            return send("POST", "/rest/align/api/2/regions", "{\"name\": \"" + name + "\"}")
                    .statusCode();
        }

        String get(String path) {
            return send("GET", path, "").body();
        }

        String regions() {
            return get("/rest/align/api/2/regions");
        }

        /** How many records the calls with that answer changed, as the journal tells it. */
        int changed(int status) {
            return sandboxes.main().journal().contents().exchanges().stream()
                    .filter(exchange -> exchange.response().status() == status)
                    .mapToInt(exchange -> exchange.changes().size())
                    .sum();
        }

        /** Who asks lets the server find out, so the second answer knows. */
        int ready() {
            int status = 0;
            for (int i = 0; i < 10_000 && status != 200; i++) {
                status = send("GET", "/readyz", "").statusCode();
            }
            return status;
        }

        @Override
        public void close() {
            server.close();
            store.close();
        }
    }

    @Test
    @Rule("EMUL-32")
    void whatAFullDiskRefusesIsSeenByNobodyAndWritesResume() {
        List<String> acknowledged = new ArrayList<>();
        try (Server server = new Server(temp)) {
            assertEquals(
                    201,
                    server.send("POST", "/_emulator/sandboxes", "{\"name\": \"stays\"}")
                            .statusCode());
            for (int round = 0; round < TIMES; round++) {
                String kept = "kept " + round;
                assertEquals(201, server.post(kept));
                acknowledged.add(kept);
                String before = server.regions();
                disk.full(true);
                HttpResponse<String> refused =
                        server.send("POST", "/rest/align/api/2/regions", "{\"name\": \"refused\"}");
                assertEquals(507, refused.statusCode());
                assertTrue(refused.body().contains("No space left on device; nothing was changed."), refused.body());
                assertEquals(0, server.changed(507));
                assertEquals(1 + round, server.changed(201));
                refusedByTheControlApi(server);
                assertEquals(503, server.send("GET", "/readyz", "").statusCode());
                assertEquals(503, server.send("GET", "/_emulator/health", "").statusCode());
                assertEquals(before, server.regions());
                disk.full(false);
                assertEquals(200, server.ready());
                assertEquals(before, server.regions());
            }
            assertEquals(201, server.post("afterwards"));
            acknowledged.add("afterwards");
        }
        try (Server again = new Server(temp)) {
            String regions = again.regions();
            acknowledged.forEach(name -> assertTrue(regions.contains("\"" + name + "\""), name + ": " + regions));
            assertTrue(!regions.contains("refused"), regions);
            assertTrue(again.get("/_emulator/sandboxes").contains("\"stays\""));
            assertTrue(!again.get("/_emulator/sandboxes").contains("\"late\""));
        }
    }

    private static void refusedByTheControlApi(Server server) {
        for (String[] call : new String[][] {
            {"POST", "/_emulator/reset", ""},
            {"PUT", "/_emulator/snapshots/s", ""},
            {"POST", "/_emulator/tokens", "{\"userId\": 1}"},
            {"POST", "/_emulator/sandboxes", "{\"name\": \"late\"}"},
            {"DELETE", "/_emulator/sandboxes/stays", ""}
        }) {
            HttpResponse<String> refused = server.send(call[0], call[1], call[2]);
            assertEquals(507, refused.statusCode(), call[1] + ": " + refused.body());
            assertTrue(refused.body().contains("No space left on device"), refused.body());
        }
        assertEquals(200, server.send("GET", "/_emulator/sandboxes/stays", "").statusCode());
        assertEquals(404, server.send("GET", "/_emulator/sandboxes/late", "").statusCode());
    }

    @Test
    @Rule("EMUL-32")
    void amongManyWritersWhatIsAcknowledgedStaysAndWhatIsRefusedDoesNot() {
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        List<String> refused = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean isOver = new AtomicBoolean();
        try (Server server = new Server(temp)) {
            CompletableFuture<Void> turns = CompletableFuture.runAsync(() -> {
                for (boolean full = false; !isOver.get(); full = !full) {
                    disk.full(full);
                    server.regions();
                }
            });
            CompletableFuture<?>[] writers = IntStream.range(0, 4)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 40 * TIMES; i++) {
                            String name = "region-" + writer + "-" + i + ".";
                            int status = server.post(name);
                            assertTrue(status == 201 || status == 507, "status " + status);
                            (status == 201 ? acknowledged : refused).add(name);
                        }
                    }))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(writers).join();
            isOver.set(true);
            turns.join();
            disk.full(false);
            assertEquals(200, server.ready());
            assertShown(server, acknowledged, refused);
        }
        try (Server again = new Server(temp)) {
            assertShown(again, acknowledged, refused);
        }
        assertTrue(!refused.isEmpty() && !acknowledged.isEmpty(), acknowledged.size() + ", " + refused.size());
    }

    private static void assertShown(Server server, List<String> acknowledged, List<String> refused) {
        String all = server.get("/_emulator/export");
        acknowledged.forEach(name -> assertTrue(all.contains("\"" + name + "\""), name + " is lost"));
        refused.forEach(name -> assertTrue(!all.contains("\"" + name + "\""), name + " is seen"));
        assertTrue(server.get("/_emulator/integrity").contains("\"whole\":true"));
    }

    @Test
    @Rule("EMUL-32")
    void aFolderThatIsTakenAwayOrReplacedIsNoticedBeforeTheNextAcknowledgement() throws IOException {
        Path folder = temp.resolve("data");
        Path elsewhere = temp.resolve("elsewhere");
        try (Server server = new Server(folder)) {
            assertEquals(201, server.post("before"));
            Files.move(folder, elsewhere);
            assertRefused(server);
            try (Server other = new Server(folder)) {
                assertRefused(server);
                assertEquals(201, other.post("of the other"));
            }
            assertRefused(server);
            Files.move(folder, temp.resolve("of the other"));
            Files.move(elsewhere, folder);
            assertEquals(200, server.ready());
            assertEquals(201, server.post("after"));
        }
        try (Server again = new Server(folder)) {
            String regions = again.regions();
            assertTrue(regions.contains("\"before\"") && regions.contains("\"after\""), regions);
            assertTrue(!regions.contains("lost") && !regions.contains("of the other"), regions);
        }
    }

    private static void assertRefused(Server server) {
        HttpResponse<String> refused = server.send("POST", "/rest/align/api/2/regions", "{\"name\": \"lost\"}");
        assertEquals(507, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("removed or replaced"), refused.body());
        assertEquals(503, server.send("GET", "/readyz", "").statusCode());
    }
}
