package io.alignemulator.bench;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.faults.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Mixed load on a server that was started for it: reads, writes, refusals, faults, resets, snapshots, and sandboxes that come and go. Each minute it prints what was answered and what the
 * server holds; at the end it fails when an answer was not the expected one, or when heap, threads or descriptors grew.
 */
public final class Soak {

    private static final int WORKERS = 8;
    private static final int CALLS_OF_A_SANDBOX = 400;

    /** Minutes at the beginning in which classes are loaded and caches filled. */
    private static final int BEGINNING = 3;

    /** Heap after a collection may lie this much higher at the end of the line through all minutes than at its beginning. */
    private static final double MOST_GROWTH = 0.1;

    private final URI server;
    private final ServerProcess process;
    private final int minutes;
    private final Duration pause;
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong sandboxes = new AtomicLong();
    private final ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();

    private Soak(URI server, long pid, int minutes, int callsPerSecond) {
        this.server = server;
        this.process = new ServerProcess(pid);
        this.minutes = minutes;
        this.pause = Duration.ofSeconds(WORKERS).dividedBy(callsPerSecond);
    }

    /** Arguments: the server's address, its process, minutes, calls a second. */
    public static void main(String[] args) throws Exception {
        boolean whole = new Soak(
                        URI.create(args[0]),
                        Long.parseLong(args[1]),
                        Integer.parseInt(args[2]),
                        Integer.parseInt(args[3]))
                .run();
        System.exit(whole ? 0 : 1);
    }

    /** What a minute left. */
    private record Minute(double heap, long threads, long descriptors, double p99) {}

    private boolean run() throws Exception {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Thread worker = new Thread(new Worker(i), "worker " + i);
            worker.start();
            workers.add(worker);
        }
        List<Minute> seen = new ArrayList<>();
        System.out.println(
                "minute  calls    sandboxes  unexpected  heap after a collection  threads  descriptors  p99");
        for (int minute = 1; minute <= minutes; minute++) {
            micros.clear();
            TimeUnit.MINUTES.sleep(1);
            Minute now = new Minute(process.heap(), process.threads(), process.descriptors(), p99());
            seen.add(now);
            System.out.printf(
                    Locale.ROOT,
                    "%6d  %7d  %9d  %10d  %20.1f MB  %7d  %11d  %.1f ms%n",
                    minute,
                    calls.get(),
                    sandboxes.get(),
                    unexpected.size(),
                    now.heap(),
                    now.threads(),
                    now.descriptors(),
                    now.p99());
        }
        done.set(true);
        for (Thread worker : workers) {
            worker.join();
        }
        unexpected.stream().limit(10).forEach(each -> System.out.println("unexpected: " + each));
        return verdict(seen.subList(Math.min(BEGINNING, seen.size() - 1), seen.size()));
    }

    private boolean verdict(List<Minute> seen) {
        double heap = growth(seen.stream().mapToDouble(Minute::heap).toArray());
        double threads = growth(seen.stream().mapToDouble(Minute::threads).toArray());
        double descriptors =
                growth(seen.stream().mapToDouble(Minute::descriptors).toArray());
        double p99 = growth(seen.stream().mapToDouble(Minute::p99).toArray());
        System.out.printf(
                Locale.ROOT,
                "growth from minute %d on, by the line through all minutes: heap %+.1f %%, threads %+.1f %%, descriptors %+.1f %%, p99 %+.1f %%%n",
                BEGINNING + 1,
                100 * heap,
                100 * threads,
                100 * descriptors,
                100 * p99);
        return unexpected.isEmpty() && Math.max(heap, Math.max(threads, descriptors)) <= MOST_GROWTH;
    }

    /** Of the line of least squares, from its first to its last point, as a part of the mean. */
    private static double growth(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double middle = (values.length - 1) / 2.0;
        double up = 0;
        double across = 0;
        for (int i = 0; i < values.length; i++) {
            up += (i - middle) * (values[i] - mean);
            across += (i - middle) * (i - middle);
        }
        return across == 0 || mean == 0 ? 0 : up / across * (values.length - 1) / mean;
    }

    private double p99() {
        List<Long> sorted = new ArrayList<>(micros);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() * 99 / 100) / 1000.0;
    }

    /** One client, which has a sandbox, works on it, ends it and takes another one. */
    private final class Worker implements Runnable {

        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final Emulator emulator = Emulator.at(server);
        private final Random random;

        Worker(int seed) {
            random = new Random(seed);
        }

        @Override
        public void run() {
            try {
                while (!done.get()) {
                    try (Sandbox sandbox = emulator.newSandbox()) {
                        sandboxes.incrementAndGet();
                        work(sandbox);
                    }
                }
            } catch (RuntimeException | IOException e) {
                unexpected.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void work(Sandbox sandbox) throws IOException, InterruptedException {
            String token = sandbox.tokens().get("super-admin");
            for (int i = 0; i < CALLS_OF_A_SANDBOX && !done.get(); i++) {
                step(sandbox, token, i);
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        }

        private void step(Sandbox sandbox, String token, int number) throws IOException, InterruptedException {
            switch (random.nextInt(16)) {
                case 0 -> call(sandbox, token, "GET", "/stories", "", 200);
                case 1 -> call(sandbox, token, "GET", "/stories?$filter=contains(title,'no%20such')", "", 200);
                case 2 -> call(sandbox, token, "GET", "/features?$orderby=title&$top=10&expand=true", "", 200);
                case 3 -> call(sandbox, token, "GET", "/epics/999999", "", 404);
                case 4 -> call(sandbox, token, "GET", "/epics?$filter=what", "", 400);
                case 5 -> call(sandbox, "user:99|nobody", "GET", "/epics", "", 401);
                case 6 -> call(sandbox, token, "DELETE", "/epics/1001", "", 405);
                case 7, 8 -> call(sandbox, token, "POST", "/regions", "{\"name\": \"Region " + number + "\"}", 201);
                case 9, 10 ->
                    call(
                            sandbox,
                            token,
                            "PATCH",
                            "/epics/1001",
                            "[{\"op\": \"replace\", \"path\": \"/title\", \"value\": \"Title " + number + "\"}]",
                            204);
                case 11 -> {
                    sandbox.faults()
                            .add(Fault.status(503).on(Method.GET, "/cities").times(1));
                    call(sandbox, token, "GET", "/cities", "", 503);
                    sandbox.faults().clear();
                }
                case 12 -> {
                    sandbox.snapshots().put("kept");
                    call(
                            sandbox,
                            token,
                            "POST",
                            "/cities",
                            "{\"name\": \"City " + number + "\", \"regionId\": 1}",
                            201);
                    sandbox.snapshots().restore("kept");
                }
                case 13 -> {
                    if (random.nextInt(10) == 0) {
                        sandbox.reset();
                    }
                }
                default -> call(sandbox, token, "GET", "/epics/1001", "", 200);
            }
        }

        private void call(Sandbox sandbox, String token, String method, String path, String body, int expected)
                throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/rest/align/api/2" + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "bearer " + token)
                    .header("X-Align-Sandbox", sandbox.name())
                    .header("Content-Type", method.equals("PATCH") ? "application/json-patch+json" : "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            long begin = System.nanoTime();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            micros.add((System.nanoTime() - begin) / 1000);
            calls.incrementAndGet();
            if (status != expected) {
                unexpected.add(method + " " + path + " -> " + status + " in place of " + expected);
            }
        }
    }
}
