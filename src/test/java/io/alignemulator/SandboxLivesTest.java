package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sandboxes of a server with a folder that are made by 3, deleted by 8 and expire after a millisecond while the server is killed: what was there is there again, what was deleted is
 * not, no token outlives its sandbox and the default site keeps its records. {@code -Dlives=60} for as many kills.
 */
@Rule("EMUL-21")
class SandboxLivesTest {

    private static final int MAKERS = 3;
    private static final int DELETERS = 8;

    private final HttpClient http = HttpClient.newHttpClient();

    /** A token of each sandbox that was acknowledged; those of the names that only one hand touches. */
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    private final Set<String> over = ConcurrentHashMap.newKeySet();
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    private int ended;
    private KilledServer process;
    private String server;

    @Test
    void sandboxesThatComeAndGoWhileTheServerIsKilledLoseNothingAndLeaveNoToken() throws Exception {
        int lives = Integer.getInteger("lives", 2);
        for (int round = 1; round <= lives; round++) {
            start();
            check(round);
            loadUntilKilled(round);
        }
        start();
        check(lives + 1);
        process.kill();
        System.out.println(
                lives + " kills, " + kept.size() + " sandboxes kept, " + ended + " tokens of others, none alive");
    }

    private void start() throws IOException {
        process = KilledServer.on(folder);
        server = process.address();
    }

    private HttpResponse<String> send(String method, String path, String body, String token)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void loadUntilKilled(int round) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(20 + new Random(round).nextInt(60));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < MAKERS; i++) {
            String own = "r" + round + "-" + i;
            threads.add(new Thread(() -> noted(() -> make(own, enough), enough)));
        }
        for (int i = 0; i < DELETERS; i++) {
            threads.add(new Thread(() -> noted(this::deleteShared, enough)));
        }
        threads.forEach(Thread::start);
        enough.await();
        process.kill();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), List.copyOf(wrong), "round " + round);
    }

    /** What a hand finds wrong ends the round. */
    private void noted(Runnable hand, CountDownLatch enough) {
        try {
            hand.run();
        } catch (AssertionError e) {
            wrong.add(String.valueOf(e.getMessage()));
            while (enough.getCount() > 0) {
                enough.countDown();
            }
        }
    }

    /** One name that everybody fights for, one that dies at once, and two of its own of which one is deleted. */
    private void make(String own, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                made("{\"name\":\"x\"}");
                JsonNode brief = made("{\"timeToLive\":\"PT0.001S\"}");
                over.add(token(brief));
                String name = own + "-" + i;
                kept.put(name, token(made("{\"name\":\"" + name + "\",\"from\":\"default\"}")));
                String gone = name + "-gone";
                String dead = token(made("{\"name\":\"" + gone + "\"}"));
                assertEquals(
                        204,
                        send("DELETE", "/_emulator/sandboxes/" + gone, "", "").statusCode());
                over.add(dead);
                enough.countDown();
            }
        } catch (IOException | InterruptedException e) {
            // killed
        }
    }

    private JsonNode made(String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", "/_emulator/sandboxes", body, "");
        assertTrue(answer.statusCode() == 201 || answer.statusCode() == 409, answer::toString);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String token(JsonNode sandbox) {
        return sandbox.path("tokens").path("super-admin").asString();
    }

    private void deleteShared() {
        try {
            while (true) {
                int status = send("DELETE", "/_emulator/sandboxes/x", "", "").statusCode();
                assertTrue(status == 204 || status == 404, () -> "status " + status);
            }
        } catch (IOException | InterruptedException e) {
            // killed
        }
    }

    private void check(int round) throws IOException, InterruptedException {
        String users = "/rest/align/api/2/users?$select=id";
        HttpResponse<String> site = send("GET", users, "", "user:1|super-admin");
        assertEquals(200, site.statusCode(), "round " + round);
        assertEquals(6, JsonMapper.shared().readTree(site.body()).size(), "users in round " + round);
        String listed = send("GET", "/_emulator/sandboxes", "", "").body();
        for (Map.Entry<String, String> each : kept.entrySet()) {
            String name = each.getKey();
            assertTrue(listed.contains("\"name\":\"" + name + "\""), () -> "round " + round + ": sandbox " + name);
            boolean isNew = name.startsWith("r" + (round - 1) + "-");
            assertTrue(
                    !isNew || send("GET", users, "", each.getValue()).statusCode() == 200,
                    () -> "round " + round + ": the token of sandbox " + name);
        }
        for (String token : over) {
            assertEquals(401, send("GET", users, "", token).statusCode(), () -> "round " + round + ": " + token);
        }
        ended += over.size();
        over.clear();
        HttpResponse<String> integrity = send("GET", "/_emulator/integrity", "", "");
        assertEquals("{\"whole\":true,\"findings\":[]}", integrity.body(), "round " + round);
    }
}
