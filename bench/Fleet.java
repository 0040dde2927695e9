import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import io.alignemulator.protocol.TokenScope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sandboxes on a fleet that runs: every call reaches its own, and one emulator that is killed loses nothing acknowledged and disturbs no other. Started by bench/fleet.sh. */
public final class Fleet {

    private static final String API = "/rest/align/api/2";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI fleet;
    private final Path data;
    private final int emulators;
    private final int count;
    private final Map<String, Site> sites = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    private record Site(Sandbox sandbox, String token, int emulator, Queue<String> acknowledged) {}

    private record Call(boolean ofTheKilled, int phase, boolean ok, long nanos) {}

    private record Answer(int status, String body) {}

    private Fleet(String[] args) {
        this.fleet = URI.create(args[0]);
        this.data = Path.of(args[1]);
        this.emulators = Integer.parseInt(args[2]);
        this.count = Integer.parseInt(args[3]);
    }

    public static void main(String[] args) throws Exception {
        new Fleet(args).run(Integer.parseInt(args[4]));
    }

    private void run(int seconds) throws Exception {
        each(count, this::make);
        List<String> places = new ArrayList<>();
        for (int k = 1; k <= emulators; k++) {
            List<String> names = new ArrayList<>(member(k).sandboxes());
            names.remove("default");
            places.add(names.size() + "");
            for (String name : names) {
                Site site = sites.get(name);
                if (site == null || site.emulator() != 0) {
                    wrong.add(name + " is on emulator " + k + " and on " + (site == null ? "none that was asked" : site.emulator()));
                } else {
                    sites.put(name, new Site(site.sandbox(), site.token(), k, site.acknowledged()));
                }
            }
        }
        System.out.println(sites.size() + " sandboxes: " + String.join(", ", places) + " on the emulators");
        AtomicInteger calls = new AtomicInteger();
        List<Site> all = List.copyOf(sites.values());
        each(count, i -> calls.addAndGet(reach(all.get(i))));
        strays();
        System.out.println(calls + " calls by token, header, host, Basic and path of the control API: " + wrong.size() + " did not reach their own");
        kill(all, seconds);
        strays();
        lost(all);
        wrong.stream().limit(20).forEach(System.out::println);
        System.out.println(wrong.isEmpty() ? "as it should be" : wrong.size() + " wrong");
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private Emulator member(int k) {
        return Emulator.at(fleet.resolve("/_fleet/" + k));
    }

    private interface Task {
        void run(int i) throws Exception;
    }

    private void each(int times, Task task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            futures.add(threads.submit(() -> {
                task.run(number);
                return null;
            }));
        }
        for (Future<?> future : futures) {
            future.get();
        }
        threads.shutdown();
    }

    /** Every third one leaves its name to the fleet. */
    private void make(int i) {
        Sandbox.Options options = new Sandbox.Options().set("authentication", "both").set("journalSize", 50);
        Sandbox made = Emulator.at(fleet).newSandbox(i % 3 == 0 ? options : options.name("site-" + i));
        sites.put(made.name(), new Site(made, made.tokens().get("super-admin"), 0, new ConcurrentLinkedQueue<>()));
    }

    /** A record that carries the name of its sandbox, written and read by each way in which a call can say its sandbox. */
    private int reach(Site site) throws Exception {
        String name = site.sandbox().name();
        String bearer = "bearer " + site.token();
        String id = created(site, "of " + name);
        String path = API + "/features/" + id + "?$select=title";
        String basic = site.sandbox().newToken(1, TokenScope.READ, Optional.empty());
        String email = String.valueOf(site.sandbox().world().get("Users", 1).get("email"));
        Map<String, Answer> answers = new TreeMap<>();
        answers.put("token", send("GET", path, "", "Authorization", bearer));
        answers.put("header", send("GET", path, "", "Authorization", bearer, "X-Align-Sandbox", name));
        answers.put("host", send("GET", path, "", "Authorization", bearer, "Host", name + ".localhost:" + fleet.getPort()));
        answers.put(
                "basic",
                send("GET", path, "", "Authorization", "Basic " + Base64.getEncoder().encodeToString((email + ":" + basic).getBytes(StandardCharsets.UTF_8))));
        answers.put("control", send("GET", "/_emulator/sandboxes/" + name + "/records/Features/" + id, ""));
        answers.put("console", send("GET", "/?site=" + name, ""));
        answers.forEach((way, answer) -> {
            if (answer.status() != 200 || !answer.body().contains(way.equals("console") ? name : "\"of " + name + "\"")) {
                wrong.add(name + " by " + way + ": " + answer.status() + " " + answer.body().lines().findFirst().orElse(""));
            }
        });
        return answers.size() + 3;
    }

    private String created(Site site, String title) throws Exception {
        Answer answer = send(
                "POST",
                API + "/features",
                "{\"title\":\"" + title + "\",\"primaryProgramId\":2}",
                "Authorization",
                "bearer " + site.token(),
                "Content-Type",
                "application/json");
        if (answer.status() != 201) {
            throw new IOException("status " + answer.status() + " " + answer.body());
        }
        site.acknowledged().add(answer.body().strip());
        return answer.body().strip();
    }

    private Answer send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(fleet.resolve(path.replace("$", "%24")))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** Nobody called the default sites, so whatever their journals hold came to the wrong place. */
    private void strays() {
        for (int k = 1; k <= emulators; k++) {
            int strays = member(k).sandbox().requests().all().size();
            if (strays > 0) {
                wrong.add(strays + " calls came to the default site of emulator " + k);
            }
        }
    }

    /** Writers write everywhere; a third into the run the second emulator is killed, and the run ends some time after it is back. */
    private void kill(List<Site> all, int seconds) throws Exception {
        Queue<Call> calls = new ConcurrentLinkedQueue<>();
        AtomicInteger phase = new AtomicInteger();
        int killed = 2;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int first = t;
            writers.add(threads.submit(() -> {
                for (int i = first; phase.get() < 3; i = (i + 4) % all.size()) {
                    Site site = all.get(i);
                    int begun = phase.get();
                    long start = System.nanoTime();
                    boolean ok = true;
                    try {
                        created(site, "written");
                    } catch (IOException e) {
                        ok = false;
                        if (site.emulator() != killed || (begun != 1 && phase.get() == begun)) {
                            wrong.add(site.sandbox().name() + " on emulator " + site.emulator() + ": " + e.getMessage());
                        }
                    }
                    calls.add(new Call(site.emulator() == killed, begun, ok, System.nanoTime() - start));
                }
                return null;
            }));
        }
        // what is measured is how the fleet does in each of three times: before the kill, until the killed one is back, after
        Thread.sleep(seconds * 1000L / 3);
        String process = Files.readString(data.resolve("emulator" + killed + ".pid")).strip();
        phase.set(1);
        long start = System.nanoTime();
        new ProcessBuilder("kill", "-9", process).start().waitFor();
        Site down = all.stream().filter(each -> each.emulator() == killed).findFirst().orElseThrow();
        for (int i = 0; i < 20 && !late(down); i++) {} // a process that is being killed still takes a connection or two
        while (process.equals(Files.readString(data.resolve("emulator" + killed + ".pid")).strip()) || send("GET", "/_fleet/" + killed + "/readyz", "").status() != 200) {
            Thread.sleep(200); // looks again: another process writes the file
        }
        long back = System.nanoTime() - start;
        Thread.sleep(500); // calls that nginx still refuses belong to the time before
        phase.set(2);
        Thread.sleep(seconds * 1000L * 2 / 3); // the third of the three times
        phase.set(3);
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        System.out.printf("emulator %d killed with -9, back after %.1f s%n", killed, back / 1e9);
        for (int p = 0; p < 3; p++) {
            print(calls, p, false);
            print(calls, p, true);
        }
    }

    /** A call that is refused before its body has come, if the emulator is down already: its connection stays, or is said to end. One that ended unsaid would take the next call of its client with it, whatever that is about. */
    private boolean late(Site site) throws Exception {
        String head = " HTTP/1.1\r\nHost: " + fleet.getAuthority() + "\r\nX-Align-Sandbox: " + site.sandbox().name() + "\r\nContent-Length: ";
        try (Socket socket = new Socket(fleet.getHost(), fleet.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(("POST " + API + "/features" + head + "2\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String status = in.readLine();
            if (status == null) {
                return false;
            }
            boolean ends = false;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                ends |= line.equalsIgnoreCase("Connection: close");
            }
            for (int letter = in.read(); letter >= 0 && letter != '}'; letter = in.read()) {}
            socket.getOutputStream().write(("{}GET /healthz" + head + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String next = "none";
            try {
                next = ends ? next : in.readLine();
            } catch (SocketException e) {
                next = null;
            }
            System.out.println("a call of the killed one whose body came late: " + status + ", the connection " + (ends ? "is said to end" : "stays, and its next call is answered " + next));
            if (next == null) {
                wrong.add("the connection of a call that was refused with " + status + " ended, and nobody said so");
            }
            return true;
        }
    }

    private static void print(Queue<Call> calls, int phase, boolean killed) {
        List<Call> those = calls.stream().filter(each -> each.phase() == phase && each.ofTheKilled() == killed).toList();
        long[] nanos = those.stream().mapToLong(Call::nanos).sorted().toArray();
        System.out.printf(
                "  %s, %s: %d writes, %d not answered, median %.1f ms, p99 %.1f ms%n",
                List.of("before", "meanwhile", "after").get(phase),
                killed ? "the killed one" : "the others",
                those.size(),
                those.stream().filter(each -> !each.ok()).count(),
                nanos.length == 0 ? 0 : nanos[nanos.length / 2] / 1e6,
                nanos.length == 0 ? 0 : nanos[nanos.length * 99 / 100] / 1e6);
    }

    private void lost(List<Site> all) throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        each(all.size(), i -> {
            Site site = all.get(i);
            List<String> kept = site.sandbox().world().all("Features").stream().map(each -> String.valueOf(each.get("id"))).toList();
            acknowledged.addAndGet(site.acknowledged().size());
            site.acknowledged().stream().filter(id -> !kept.contains(id)).forEach(id -> {
                lost.incrementAndGet();
                wrong.add("feature " + id + " of " + site.sandbox().name() + " is lost");
            });
        });
        System.out.println(acknowledged + " writes acknowledged, " + lost + " lost");
    }
}
