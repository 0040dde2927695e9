package io.alignemulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The emulator as a process of its own, as people start it. */
@Timeout(60)
class CommandLineProcessTest {

    private static final String TOKEN = "user:1|super-admin";
    private static final String READY = "listening on ";

    /** What a JVM ends with after SIGTERM: 128 and the number of the signal. */
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void startsAnswersResetsAndStops() throws Exception {
        Process process = start("--port=0", "--fixtures=minimal");
        BufferedReader out = process.inputReader();
        URI server = URI.create(out.readLine().substring(READY.length()));
        List<String> told = Stream.generate(() -> line(out)).limit(4).toList();
        List<String> personas = Stream.generate(() -> line(out)).limit(7).toList();

        assertThat(told.get(0), startsWith("site        minimal: "));
        assertEquals("REST API    " + server + "/rest/align/api/2", told.get(1));
        assertEquals("Swagger UI  " + server + "/rest/align/api/docs/index.html", told.get(2));
        assertThat(told.get(3), startsWith("control API " + server + "/_emulator"));
        assertEquals("127.0.0.1", server.getHost());
        assertThat(personas, hasItem(startsWith("user 1  ")));
        assertTrue(personas.stream().anyMatch(line -> line.endsWith("  " + TOKEN)), personas.toString());
        assertEquals(
                200,
                send(HttpRequest.newBuilder(server.resolve("/_emulator/health")).GET())
                        .statusCode());

        HttpRequest.Builder create = authorized(server.resolve("/rest/align/api/2/Regions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\": \"Elsewhere\"}"));
        URI regions = server.resolve("/rest/align/api/2/regions");
        String regionsBefore = send(authorized(regions).GET()).body();
        assertEquals(201, send(create).statusCode());
        assertNotEquals(regionsBefore, send(authorized(regions).GET()).body());
        HttpResponse<String> reset =
                send(HttpRequest.newBuilder(server.resolve("/_emulator/reset")).POST(BodyPublishers.noBody()));
        assertEquals(204, reset.statusCode());
        assertEquals(regionsBefore, send(authorized(regions).GET()).body());

        process.toHandle().destroy(); // unlike Process.destroy it leaves the streams open
        assertTrue(process.waitFor(2, TimeUnit.SECONDS), "SIGTERM stops it within two seconds");
        assertEquals(ENDED_BY_SIGTERM, process.exitValue());
        assertEquals(List.of(), process.errorReader().lines().toList());
        assertEquals(List.of(), out.lines().toList());
    }

    @Test
    void endsWithItsStandardInputOnRequest() throws Exception {
        Process process = start("--port=0", "--fixtures=empty", "--end-with-stdin");
        assertThat(process.inputReader().readLine(), startsWith(READY));
        process.outputWriter().append("what is said does not matter\n").flush();
        process.outputWriter().close();
        assertEquals(0, process.waitFor());
        assertEquals(List.of(), process.errorReader().lines().toList());
    }

    @Test
    void endsWhenTheProcessIsKilledThatStartedIt() throws Exception {
        ProcessBuilder server = builder("--port=0", "--fixtures=empty", "--end-with-stdin");
        // What the server reads from is held by the shell alone.
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "exec 3> >(exec \"$@\"); echo $!; wait", "parent"));
        command.addAll(server.command());
        Process parent = started(server.command(command));
        BufferedReader out = parent.inputReader();
        ProcessHandle child = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
        assertThat(out.readLine(), startsWith(READY));
        try {
            assertTrue(child.isAlive());
            parent.toHandle().destroyForcibly();
            child.onExit().get(30, TimeUnit.SECONDS);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void outlivesItsStandardInputOtherwise() throws Exception {
        Process process = start("--port=0", "--fixtures=empty");
        process.outputWriter().close();
        URI server = URI.create(process.inputReader().readLine().substring(READY.length()));
        assertEquals(
                200,
                send(HttpRequest.newBuilder(server.resolve("/_emulator/health")).GET())
                        .statusCode());
        assertTrue(process.isAlive());
    }

    @Test
    void tellsEachCallOnRequest() throws Exception {
        for (String form : List.of("text", "json")) {
            Process process = start("--port=0", "--fixtures=minimal", "--access-log", form);
            BufferedReader out = process.inputReader();
            URI server = URI.create(out.readLine().substring(READY.length()));
            send(authorized(server.resolve("/rest/align/api/2/regions?access_token=hidden"))
                    .GET());
            String told = Stream.generate(() -> line(out))
                    .filter(line -> line.contains("/regions"))
                    .findFirst()
                    .orElseThrow();
            assertThat(
                    told,
                    matchesPattern(
                            form.equals("text")
                                    ? "\\S+Z 127.0.0.1 default GET /rest/align/api/2/regions\\?access_token=\\*\\*\\* -> 200 as super-admin, \\d+ bytes, \\d+ ms.*"
                                    : "\\{\"time\":\"[^\"]+Z\",\"address\":\"127.0.0.1\",\"sandbox\":\"default\",\"user\":\"super-admin\",\"method\":\"GET\",.*\"status\":200,.*}"));
        }
    }

    @Test
    void saysNothingButOneLineWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process process = start("--fixtures=empty", "--port=" + taken.getLocalPort());
            List<String> errors = process.errorReader().lines().toList();
            assertEquals(2, process.waitFor());
            assertEquals(
                    List.of("Cannot listen on 127.0.0.1, port " + taken.getLocalPort() + ": Address already in use"),
                    errors);
            assertThat(process.inputReader().lines().toList(), hasSize(0));
        }
    }

    @Test
    void readsItsEnvironment() throws Exception {
        ProcessBuilder builder = builder();
        builder.environment().put("ALIGN_EMULATOR_FIXTURES", "/no/such/folder");
        Process process = started(builder);
        List<String> errors = process.errorReader().lines().toList();
        assertEquals(2, process.waitFor());
        assertThat(errors, hasSize(1));
        assertThat(errors.get(0), startsWith("Fixtures '/no/such/folder' cannot be used: "));
    }

    private static HttpRequest.Builder authorized(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String line(BufferedReader reader) {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Process start(String... arguments) throws IOException {
        return started(builder(arguments));
    }

    private static ProcessBuilder builder(String... arguments) {
        return ChildJvm.builder(Main.class, List.of(), arguments);
    }

    private Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process);
        return process;
    }
}
