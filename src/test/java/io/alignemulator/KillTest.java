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
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server process that is killed at a random moment under load and started again: what was acknowledged is there, whole, what was refused is not, and of what had no answer either all or
 * nothing. {@code -Dkills=200} for as many moments; the seed of each round is told when it fails.
 */
class KillTest {

    private static final int THREADS = 4;

    /** A title that no record may ever have. */
    private static final String REFUSED = "refused";

    /** An id that no epic has. */
    private static final int NOBODY = 999_999;

    private static final String UNTRUE = "{\"op\":\"test\",\"path\":\"/title\",\"value\":\"another\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private KilledServer process;
    private String api;

    /** Titles of records by their ids, as the last acknowledged write left them. */
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();

    /** Every title that a write which is not refused had. */
    private final Set<String> sent = ConcurrentHashMap.newKeySet();

    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @AfterEach
    void endsTheServer() throws InterruptedException {
        process.kill();
    }

    @Test
    void noAcknowledgedWriteIsLostAndNoneIsTornOrThereThoughRefused() throws Exception {
        int kills = Integer.getInteger("kills", 3);
        Set<Integer> before = Set.of();
        Map<Integer, String> found = Map.of();
        for (int round = 1; round <= kills + 1; round++) {
            start();
            found = features();
            before = round == 1 ? found.keySet() : before;
            check(found, before, round);
            if (round <= kills) {
                loadUntilKilled(round);
            }
        }
        unanswered.removeAll(acknowledged.values());
        unanswered.retainAll(found.values());
        System.out.println(kills + " kills, " + writes + " acknowledged writes to " + acknowledged.size()
                + " records, none lost or torn; " + refused + " refused, none there; of those without an answer "
                + unanswered.size() + " there, whole");
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

    private void loadUntilKilled(int round) throws InterruptedException {
        int enough = 1 + new Random(round).nextInt(60);
        CountDownLatch written = new CountDownLatch(enough);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> write(round, written));
            thread.start();
            threads.add(thread);
        }
        written.await();
        process.kill();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), List.copyOf(failures), "round " + round);
    }

    /** Creates features under an epic, each of which touches the epic's list too, and changes them; every fourth of both is also tried in a way that is refused. */
    private void write(int round, CountDownLatch written) {
        String title = "";
        try {
            for (int i = 0; ; i++) {
                title = "round " + round + " " + Thread.currentThread().getName() + " " + i;
                sent.add(title);
                HttpResponse<String> created = send("POST", "/features", feature(title, 1));
                assertEquals(201, created.statusCode());
                int id = Integer.parseInt(created.body());
                acknowledged(id, title, written);
                if (i % 4 == 3) {
                    refused(send("POST", "/features", feature(REFUSED, NOBODY)));
                    refused(send("PATCH", "/features/" + id, "[" + titled(REFUSED) + "," + UNTRUE + "]"));
                }
                title += " changed";
                sent.add(title);
                HttpResponse<String> patched = send("PATCH", "/features/" + id, "[" + titled(title) + "]");
                assertEquals(204, patched.statusCode());
                acknowledged(id, title, written);
            }
        } catch (IOException | InterruptedException e) {
            unanswered.add(title); // killed
        } catch (Throwable e) {
            failures.add(e);
            while (written.getCount() > 0) {
                written.countDown();
            }
        }
    }

    private static String feature(String title, int parent) {
        return "{\"title\":\"" + title + "\",\"primaryProgramId\":1,\"parentId\":" + parent + "}";
    }

    private static String titled(String title) {
        return "{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"" + title + "\"}";
    }

    private void acknowledged(int id, String title, CountDownLatch written) {
        acknowledged.put(id, title);
        writes.incrementAndGet();
        written.countDown();
    }

    private void refused(HttpResponse<String> answer) {
        assertEquals(4, answer.statusCode() / 100, answer.body());
        refused.incrementAndGet();
    }

    private Map<Integer, String> features() throws IOException, InterruptedException {
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
        return found;
    }

    private void check(Map<Integer, String> found, Set<Integer> before, int round)
            throws IOException, InterruptedException {
        acknowledged.forEach((id, title) -> assertTrue(
                found.containsKey(id) && found.getOrDefault(id, "").startsWith(title),
                () -> "round " + round + ": feature " + id + " is " + found.get(id) + " instead of " + title));
        found.forEach((id, title) -> assertTrue(
                before.contains(id) || sent.contains(title),
                () -> "round " + round + ": nobody wrote feature " + id + " as it is, " + title));
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
