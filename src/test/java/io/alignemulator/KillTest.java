package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server process that is killed at a random moment under load and started again: what was acknowledged is there, whole. {@code -Dkills=200} for as many moments; the seed of
 * each round is told when it fails.
 */
class KillTest {

    private static final int THREADS = 4;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private KilledServer process;
    private String api;

    @Test
    void noAcknowledgedWriteIsLostAndNoneIsTorn() throws Exception {
        int kills = Integer.getInteger("kills", 3);
        Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
        for (int round = 1; round <= kills; round++) {
            start();
            check(acknowledged, round);
            loadUntilKilled(acknowledged, round);
        }
        start();
        check(acknowledged, kills + 1);
        process.kill();
        System.out.println(kills + " kills, " + acknowledged.size() + " acknowledged writes, none lost or torn");
    }

    private void start() throws IOException {
        process = KilledServer.on(folder);
        api = process.address() + "/rest/align/api/2";
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(api + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer user:1|super-admin")
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void loadUntilKilled(Map<Integer, String> acknowledged, int round) throws InterruptedException {
        int enough = 1 + new Random(round).nextInt(60);
        CountDownLatch written = new CountDownLatch(enough);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> write(acknowledged, round, written));
            thread.start();
            threads.add(thread);
        }
        written.await();
        process.kill();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Creates features under an epic, each of which touches the epic's list too, and changes them. */
    private void write(Map<Integer, String> acknowledged, int round, CountDownLatch written) {
        try {
            for (int i = 0; ; i++) {
                String title = "round " + round + " " + Thread.currentThread().getName() + " " + i;
                HttpResponse<String> created = send(
                        "POST", "/features", "{\"title\":\"" + title + "\",\"primaryProgramId\":1,\"parentId\":1}");
                assertEquals(201, created.statusCode());
                int id = Integer.parseInt(created.body());
                acknowledged.put(id, title);
                written.countDown();
                String changed = title + " changed";
                HttpResponse<String> patched = send(
                        "PATCH",
                        "/features/" + id,
                        "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"" + changed + "\"}]");
                assertEquals(204, patched.statusCode());
                acknowledged.put(id, changed);
                written.countDown();
            }
        } catch (IOException | InterruptedException e) {
            // killed
        }
    }

    private void check(Map<Integer, String> acknowledged, int round) throws IOException, InterruptedException {
        Map<Integer, String> found = new TreeMap<>();
        int size;
        do {
            JsonNode page = JsonMapper.shared()
                    .readTree(send("GET", "/features?$select=id,title,parentId&$skip=" + found.size(), "")
                            .body());
            size = page.size();
            page.forEach(
                    row -> found.put(row.path("id").asInt(), row.path("title").asString()));
        } while (size == 100);
        acknowledged.forEach((id, title) -> assertTrue(
                found.containsKey(id) && found.getOrDefault(id, "").startsWith(title),
                () -> "round " + round + ": feature " + id + " is " + found.get(id) + " instead of " + title));
        List<Integer> children = new ArrayList<>();
        JsonMapper.shared()
                .readTree(send("GET", "/epics/1", "").body())
                .path("featureIds")
                .forEach(id -> children.add(id.asInt()));
        assertTrue(children.containsAll(acknowledged.keySet()), () -> "round " + round + ": the epic's list is torn");
        HttpResponse<String> integrity = http.send(
                HttpRequest.newBuilder(URI.create(api.replace("/rest/align/api/2", "/_emulator/integrity")))
                        .build(),
                BodyHandlers.ofString());
        assertEquals("{\"whole\":true,\"findings\":[]}", integrity.body(), "round " + round);
    }
}
