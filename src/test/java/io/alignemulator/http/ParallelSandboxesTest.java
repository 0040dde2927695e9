package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Tests in parallel, each in a sandbox of its own on one server: none sees anything of the others. */
@Rule("EMUL-01")
@Execution(ExecutionMode.CONCURRENT)
class ParallelSandboxesTest {

    private static final int TESTS = 32;
    private static final int ROUNDS = Integer.getInteger("rounds", 50);
    private static final int CALLS = 4;

    @Test
    void parallelTestsDoNotInterfere() throws Exception {
        try (EmulatedSite site = EmulatedSite.with(Settings.RATE_LIMIT, CALLS + "/60:60")) {
            ExecutorService threads = Executors.newFixedThreadPool(TESTS);
            try {
                List<Future<Integer>> tests = new ArrayList<>();
                for (int i = 0; i < TESTS; i++) {
                    int number = i;
                    tests.add(threads.submit(() -> new OneTest(site, number).run()));
                }
                for (Future<Integer> each : tests) {
                    assertEquals(ROUNDS, each.get());
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** Creates, patches, exhausts the limit, advances its clock, and finds just what it did itself. */
    private static final class OneTest {

        private final EmulatedSite site;
        private final String name;
        private final Client client;
        private Instant now = Instant.parse("2026-01-05T09:00:00Z");

        OneTest(EmulatedSite site, int number) {
            this.site = site;
            this.name = "test-" + number;
            JsonNode made = Client.control(
                            site.uri(),
                            "POST",
                            "/sandboxes",
                            "{\"name\":\"" + name + "\",\"clock\":\"" + now + "\"}",
                            Map.of())
                    .expect(201)
                    .json();
            this.client =
                    site.client().as(made.path("tokens").path("super-admin").asString());
        }

        int run() {
            int firstId = 0;
            for (int round = 0; round < ROUNDS; round++) {
                int id = client.create("/Regions", "{\"name\":\"" + name + "\"}");
                firstId = firstId == 0 ? id : firstId;
                assertEquals(firstId + round, id, "ids are this sandbox's own");
                client.replace("/Regions/" + id, "name", "\"" + name + " " + round + "\"")
                        .expect(204);
                JsonNode region = client.read("/Regions/" + id);
                assertEquals(name + " " + round, region.path("name").asString());
                assertEquals(
                        now.toString().replace("Z", ".000Z"),
                        region.path("lastUpdatedDate").asString());
                assertEquals(
                        List.of(id),
                        client.get("/Regions?$orderby=id%20desc&$top=1").ids());
                client.get("/Regions/1").expect(429);
                control("PUT", "/clock", "{\"advance\":\"PT61S\"}");
                now = now.plus(Duration.ofSeconds(61));
            }
            return ROUNDS;
        }

        private void control(String method, String path, String body) {
            Client.control(site.uri(), method, "/sandboxes/" + name + path, body, Map.of())
                    .expect(200);
        }
    }

    @Test
    void aBlockIsWaitedForByTurningTheClock() {
        Settings limited = EmulatedSite.SETTINGS.with(Settings.RATE_LIMIT, "600/60:60");
        try (EmulatedSite site = EmulatedSite.start(limited, Instant.parse("2026-01-05T09:00:00Z"))) {
            for (int i = 0; i < 600; i++) {
                site.client().get("/Regions/1").expect(200);
            }
            site.client().get("/Regions/1").expect(429);
            Client.control(site.uri(), "PUT", "/clock", "{\"advance\":\"PT61S\"}", Map.of())
                    .expect(200);
            site.client().get("/Regions/1").expect(200);
        }
    }
}
