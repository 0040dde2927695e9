package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** A server that stops while it answers. */
@Tag("in-process")
@Rule("EMUL-43")
@Timeout(60)
class StopTest extends BlackBox {

    private static final String UNTIL_EPICS_ARE_READ =
            "{\"match\":{\"path\":\"/regions\"},\"effect\":{\"type\":\"meanwhile\",\"calls\":[{\"method\":\"POST\",\"path\":\"/requests/verify\","
                    + "\"body\":{\"matcher\":{\"method\":\"GET\",\"path\":\"/epics\"},\"count\":{\"atLeast\":1},\"timeout\":\"PT30S\"}}]}}";

    private static void await(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new IllegalStateException("waited too long");
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void aCallThatIsBeingAnsweredHasItsAnswer() throws Exception {
        EmulatedSite site = EmulatedSite.with(ServerSettings.FIXTURES, "minimal");
        Wire control = new Wire(site.uri(), "");
        control.send("POST", "/_emulator/faults", "application/json", UNTIL_EPICS_ARE_READ)
                .expect(201);
        Client client = site.client();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> client.get("/regions"));
        await(() -> control.get("/_emulator/faults").json().path(0).path("hits").asInt() == 1);
        Thread stopping = new Thread(site::close);
        stopping.start();
        await(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        client.get("/epics").expect(200);
        assertEquals(200, answer.get().status());
        assertTrue(answer.get().body().startsWith("[{"), answer.get().body());
        stopping.join();
    }

    @Test
    void aCallThatWaitsForSitesThatCannotBeReadIsToldSo() throws Exception {
        ApiServer server = ApiServer.start(Settings.of(Map.of("port", "0")));
        server.awaitListening();
        Wire client = new Wire(URI.create("http://localhost:" + server.port()), "");
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> client.get("/_emulator/health"));
        await(StopTest::isACallWaiting);
        server.close();
        assertEquals(
                "The emulator has ended before its sites were read.",
                answer.get().expect(503).body());
    }

    private static boolean isACallWaiting() {
        return Thread.getAllStackTraces().values().stream()
                .map(stack -> Arrays.stream(stack)
                        .map(StackTraceElement::toString)
                        .toList()
                        .toString())
                .anyMatch(stack -> stack.contains("CompletableFuture.join") && stack.contains("ApiServer.answer"));
    }

    @Test
    void anAnswerWhoseClientReadsSlowlyIsSentToItsEnd() throws Exception {
        EmulatedSite site = EmulatedSite.withLargeExport();
        try (Socket client = site.askForExport()) {
            String begun = new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            Thread stopping = new Thread(site::close);
            stopping.start();
            await(() -> stopping.getState() == Thread.State.TIMED_WAITING);
            String answer = begun + new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
            stopping.join();
        }
    }

    /** A call whose server ended before it has lost what the library made of it, and must not be tried for ever. Which of them ends first is chance, hence so many. */
    @RepeatedTest(5)
    void noThreadThatWaitedForACallOutlivesTheServer() throws Exception {
        EmulatedSite site = EmulatedSite.with(ServerSettings.FIXTURES, "empty");
        Set<Thread> others = waiting();
        List<Socket> listeners = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Socket listener = new Socket(site.uri().getHost(), site.uri().getPort());
            listener.getOutputStream()
                    .write(("GET /_emulator/requests/stream HTTP/1.1\r\nHost: "
                                    + site.uri().getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', listener.getInputStream().read());
            listeners.add(listener);
        }
        Set<Thread> ours = waiting();
        ours.removeAll(others);
        assertEquals(listeners.size(), ours.size());
        site.close();
        for (Thread each : ours) {
            each.join();
        }
        for (Socket each : listeners) {
            each.close();
        }
    }

    private static Set<Thread> waiting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith("wait-"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
