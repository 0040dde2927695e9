package io.alignemulator.bench;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import io.alignemulator.protocol.calls.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many sandboxes on one server, all of them busy: each has its turn in every round, by another thread than before, and every answer must be the one that this sandbox alone would have given.
 * Started by bench/busy.sh.
 */
public final class Busy {

    private static final int THREADS = 8;
    private static final int ROUNDS_TOLD = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final URI server;
    private final ServerProcess process;
    private final int sandboxes;
    private final int calls;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    private Busy(String[] args) {
        server = URI.create(args[0]);
        process = new ServerProcess(Long.parseLong(args[1]));
        sandboxes = Integer.parseInt(args[2]);
        calls = Integer.parseInt(args[3]);
    }

    /** Arguments: the server's address, its process, sandboxes, calls in each of them. */
    public static void main(String[] args) throws Exception {
        System.exit(new Busy(args).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        Emulator emulator = Emulator.at(server);
        List<Site> sites = new ArrayList<>();
        for (int first = 0; first < sandboxes; first += 100) {
            sites.addAll(all(IntStream.range(first, Math.min(sandboxes, first + 100))
                    .<Callable<Site>>mapToObj(seed -> () -> new Site(emulator.newSandbox(), seed))
                    .toList()));
        }
        System.out.printf(Locale.ROOT, "%d sandboxes: heap after a collection %.1f MB%n", sites.size(), process.heap());
        long begin = System.nanoTime();
        for (int round = 1; round <= calls; round++) {
            int shift = round;
            all(IntStream.range(0, THREADS)
                    .<Callable<Boolean>>mapToObj(thread -> () -> {
                        for (int i = (thread + shift) % THREADS; i < sites.size(); i += THREADS) {
                            sites.get(i).step();
                        }
                        return true;
                    })
                    .toList());
            if (round % Math.max(1, calls / ROUNDS_TOLD) == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%d calls: %d answered 5xx or not at all, %d in another way than expected; heap after a collection %.1f MB%n",
                        asked.get(),
                        failed.get(),
                        wrong.size() - failed.get(),
                        process.heap());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%.0f calls a second, heap collections included%n",
                asked.get() * 1e9 / (System.nanoTime() - begin));
        threads.shutdown();
        wrong.stream().limit(10).forEach(each -> System.out.println("unexpected: " + each));
        return wrong.isEmpty();
    }

    private <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> each : threads.invokeAll(tasks)) {
            results.add(each.get());
        }
        return results;
    }

    /** A sandbox and what it must hold. One thread at a time. */
    private final class Site {

        private final Sandbox sandbox;
        private final String token;
        private final Random random;
        private String last = "";
        private String title = "";
        private int regions;

        Site(Sandbox sandbox, int seed) {
            this.sandbox = sandbox;
            this.token = sandbox.tokens().get("super-admin");
            this.random = new Random(seed);
        }

        void step() throws InterruptedException {
            try {
                step(random.nextInt(16), random.nextInt(1_000_000));
            } catch (IOException | RuntimeException e) {
                failed.incrementAndGet();
                wrong.add(sandbox.name() + ": " + e);
            }
        }

        private void step(int kind, int number) throws IOException, InterruptedException {
            switch (kind) {
                case 0, 1 -> rows("/stories", 100);
                case 2 -> rows("/features?$orderby=title&$top=10&expand=true", 10);
                case 3 -> rows("/stories?$filter=contains(title,'no such')", 0);
                case 4 -> rows("/tasks?$filter=ownerId gt 0&$orderby=title desc&$select=id,title", 100);
                case 5, 6 -> rows("/regions?$filter=name eq 'mine'", regions);
                case 7 -> call("GET", "/epics?$filter=what", "", 400);
                case 8, 9 -> {
                    call("POST", "/regions", "{\"name\": \"mine\"}", 201);
                    regions++;
                }
                case 10, 11 -> {
                    title = "Title " + number;
                    call(
                            "PATCH",
                            "/epics/1001",
                            "[{\"op\": \"replace\", \"path\": \"/title\", \"value\": \"" + title + "\"}]",
                            204);
                }
                case 12 -> {
                    // the first ones are the traps of the set, which are no valid records as they are
                    String id = Integer.toString(first("/stories?$select=id&$top=1&$skip=" + (50 + number % 900)));
                    call(
                            "PATCH",
                            "/stories/" + id,
                            "[{\"op\": \"replace\", \"path\": \"/title\", \"value\": \"mine\"}]",
                            204);
                    rows("/stories?$filter=id eq " + id + " and title eq 'mine'", 1);
                }
                case 13 -> journal();
                case 14 -> {
                    if (number % 3 == 0) {
                        sandbox.reset();
                        asked.incrementAndGet();
                        title = "";
                        regions = 0;
                    }
                }
                default -> {
                    String body = call("GET", "/epics/1001", "", 200);
                    if (!title.isEmpty() && !body.contains("\"" + title + "\"")) {
                        wrong.add(sandbox.name() + ": epic 1001 has not the title " + title);
                    }
                }
            }
        }

        private int first(String path) throws IOException, InterruptedException {
            return JsonMapper.shared()
                    .readTree(call("GET", path, "", 200))
                    .path(0)
                    .path("id")
                    .asInt();
        }

        private void rows(String path, int expected) throws IOException, InterruptedException {
            JsonNode rows = JsonMapper.shared().readTree(call("GET", path, "", 200));
            if (rows.size() != expected) {
                wrong.add(sandbox.name() + ": " + path + " has " + rows.size() + " rows in place of " + expected);
            }
        }

        /** What is kept of the journal is this sandbox's own and ends with its last call. */
        private void journal() {
            List<Exchange> kept = sandbox.requests().all();
            asked.incrementAndGet();
            if (!kept.stream().allMatch(each -> each.sandbox().equals(sandbox.name()))
                    || (!kept.isEmpty()
                            && !kept.get(kept.size() - 1).request().target().equals(last))) {
                wrong.add(sandbox.name() + ": its journal does not end with " + last);
            }
        }

        private String call(String method, String path, String body, int expected)
                throws IOException, InterruptedException {
            last = "/rest/align/api/2" + path.replace("$", "%24").replace(" ", "%20");
            HttpRequest request = HttpRequest.newBuilder(server.resolve(last))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            asked.incrementAndGet();
            if (answer.statusCode() != expected) {
                if (answer.statusCode() >= 500) {
                    failed.incrementAndGet();
                }
                wrong.add(method + " " + path + " -> " + answer.statusCode() + " in place of " + expected + " "
                        + answer.body());
            }
            return answer.body();
        }
    }
}
