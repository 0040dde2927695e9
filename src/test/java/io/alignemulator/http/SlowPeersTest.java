package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.LimitSettings;
import io.alignemulator.settings.ServerSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send drop by drop, and calls that wait: everybody else is answered meanwhile. {@code -Dpeers=1000} is the long form. */
@Tag("in-process")
@Timeout(120)
class SlowPeersTest extends BlackBox {

    /** More than the server has threads. */
    private static final int PEERS = Integer.getInteger("peers", 300);

    /** Of one client that reads nothing. */
    private static final int CALLS = 40;

    private static final String NEVER = "{\"matcher\": {\"path\": \"/never\"}, \"timeout\": \"PT60S\"}";

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private Socket open(String head, String begun) throws IOException {
        Socket socket = new Socket(site().uri().getHost(), site().uri().getPort());
        sockets.add(socket);
        socket.setSoTimeout(30_000);
        send(socket, head + "\r\nHost: localhost\r\nContent-Type: application/json\r\n" + begun);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private void everybodyIsAnswered() {
        assertEquals("ok", wire().get("/healthz").expect(200).body());
        wire().get("/readyz").expect(200);
        wire().get("/_emulator/health").expect(200);
        wire().get("/rest/align/api/2/Regions/1").expect(200);
        wire().send("POST", "/rest/align/api/2/Regions", "application/json", "{\"name\": \"between\"}")
                .expect(201);
        wire().send("POST", "/_emulator/requests/verify", "application/json", "{\"matcher\": {\"path\": \"/regions\"}}")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /rest/align/api/2/epics HTTP/1.1",
                "POST /rest/align/api/2/epics HTTP/1.1\r\nAuthorization: Bearer user:1|super-admin",
                "POST /nowhere HTTP/1.1",
                "POST /_emulator/import HTTP/1.1"
            })
    @Rule("EMUL-31")
    void slowBodiesHoldNoThread(String head) throws IOException {
        for (int i = 0; i < PEERS; i++) {
            open(head, "Content-Length: 100\r\n\r\n{");
        }
        everybodyIsAnswered();
        for (Socket socket : sockets) {
            send(socket, " ");
        }
        everybodyIsAnswered();
    }

    @Test
    @Rule("EMUL-31")
    void longBodiesThatStopComingHoldSomeThreadsOnly() throws IOException {
        for (int i = 0; i < PEERS; i++) {
            open(
                    "POST /rest/align/api/2/epics HTTP/1.1\r\nAuthorization: Bearer user:1|super-admin",
                    "Content-Length: 900000\r\n\r\n" + " ".repeat(IncomingBodies.SHORT + 1));
        }
        everybodyIsAnswered();
        String answer = new String(sockets.get(PEERS - 1).getInputStream().readNBytes(100), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
    }

    @Test
    @Rule("EMUL-31")
    void aBodyThatComesTooSlowlyIsAnswered() throws IOException {
        ScheduledExecutorService drips = Executors.newScheduledThreadPool(1);
        try (EmulatedSite hasty = EmulatedSite.with(LimitSettings.BODY_TIME, "1");
                Socket socket = new Socket(hasty.uri().getHost(), hasty.uri().getPort())) {
            socket.setSoTimeout(20_000);
            send(
                    socket,
                    "POST /rest/align/api/2/epics HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + hasty.token()
                            + "\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n{");
            drips.scheduleAtFixedRate(() -> drip(socket), 50, 50, TimeUnit.MILLISECONDS);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertTrue(answer.contains("Connection: close"), answer);
            assertTrue(answer.contains("body-time"), answer);
        } finally {
            drips.shutdownNow();
        }
    }

    private static void drip(Socket socket) {
        try {
            send(socket, " ");
        } catch (IOException e) {
            throw new IllegalStateException(e); // ends the schedule
        }
    }

    @Test
    @Rule("EMUL-31")
    void aRefusedCallIsAnsweredBeforeItsLongBodyCame() throws IOException {
        try (EmulatedSite guarded = EmulatedSite.with(ServerSettings.CONTROL_TOKEN, "secret")) {
            for (String[] each : new String[][] {
                {"POST /_emulator/import HTTP/1.1", "401"},
                {"POST /rest/align/api/2/epics HTTP/1.1", "401"},
                {"POST /nowhere HTTP/1.1", "404"}
            }) {
                try (Socket socket =
                        new Socket(guarded.uri().getHost(), guarded.uri().getPort())) {
                    socket.setSoTimeout(20_000);
                    send(
                            socket,
                            each[0]
                                    + "\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 20000000\r\n\r\n"
                                    + " ".repeat(IncomingBodies.SHORT + 1));
                    String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertTrue(answer.startsWith("HTTP/1.1 " + each[1]), each[0] + ": " + answer);
                    assertTrue(answer.contains("Connection: close"), answer);
                }
            }
        }
    }

    @Test
    @Rule("EMUL-31")
    void callsThatWaitForOthersHoldNoThread() throws IOException {
        for (int i = 0; i < PEERS; i++) {
            open("POST /_emulator/requests/verify HTTP/1.1", "Content-Length: " + NEVER.length() + "\r\n\r\n" + NEVER);
        }
        everybodyIsAnswered();
    }

    @Test
    @Rule("EMUL-31")
    void delayedAnswersHoldNoThreadAndTheirFaultCanBeEnded() throws IOException {
        wire().send(
                        "POST",
                        "/_emulator/faults",
                        "application/json",
                        "{\"match\": {\"path\": \"/epics\"}, \"effect\": {\"type\": \"delay\", \"duration\": \"PT60S\"}}")
                .expect(201);
        for (int i = 0; i < PEERS; i++) {
            open("GET /rest/align/api/2/epics HTTP/1.1\r\nAuthorization: Bearer user:1|super-admin", "\r\n");
        }
        everybodyIsAnswered();
        wire().send("DELETE", "/_emulator/faults/1", "application/json", "").expect(204);
        wire().get("/rest/align/api/2/epics").expect(200);
    }

    @Test
    @Rule("EMUL-31")
    void manyCallsWhoseAnswersNobodyReadsHoldNoThread() throws IOException {
        try (EmulatedSite demo = EmulatedSite.with(ServerSettings.FIXTURES, "demo")) {
            for (int i = 0; i < PEERS; i++) {
                askAndReadNothing(demo);
            }
            Wire others = new Wire(demo.uri(), demo.token());
            assertEquals("ok", others.get("/healthz").expect(200).body());
            others.get("/_emulator/health").expect(200);
            String list = others.get("/rest/align/api/2/epics").expect(200).body();
            byte[] all = sockets.get(PEERS - 1).getInputStream().readAllBytes();
            assertEquals(CALLS, count(all, list), "answers that waited for the last client");
        }
    }

    @Test
    @Rule("EMUL-31")
    void ofTooManyAnswersThatNobodyReadsTheOldestIsGivenUp() throws IOException {
        try (EmulatedSite site = EmulatedSite.withLargeExport()) {
            for (int i = 0; i < 10; i++) {
                Socket socket = site.askForExport();
                sockets.add(socket);
                assertEquals(
                        "HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8));
            }
            assertTrue(isWhole(sockets.get(9)), "the last client reads its answer");
            assertFalse(isWhole(sockets.get(0)), "the first client has its connection still");
        }
    }

    private static boolean isWhole(Socket socket) throws IOException {
        byte[] answer = socket.getInputStream().readAllBytes();
        return answer[answer.length - 1] == '}' || answer[answer.length - 2] == '}';
    }

    /** Lists that are more bytes together than two systems keep on their way. */
    private void askAndReadNothing(EmulatedSite site) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(site.uri().getHost(), site.uri().getPort()));
        String call = "GET /rest/align/api/2/epics?each=" + sockets.size() + " HTTP/1.1\r\nHost: "
                + site.uri().getAuthority() + "\r\nAuthorization: Bearer " + site.token() + "\r\n";
        send(socket, (call + "\r\n").repeat(CALLS - 1) + call + "Connection: close\r\n\r\n");
    }

    private static int count(byte[] answers, String list) {
        return new String(answers, StandardCharsets.UTF_8).split(Pattern.quote(list), -1).length - 1;
    }
}
