package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The script by which the image asks its server whether it is ready. */
@Timeout(60)
class ImageHealthTest {

    private static final Path SCRIPT = Path.of("src/main/docker/health.sh");

    private record Verdict(int exitCode, String said) {}

    @BeforeAll
    static void bashIsThere() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine, which the image has");
    }

    private static Verdict ask(String host, int port) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", SCRIPT.toString()).redirectErrorStream(true);
        builder.environment().put("ALIGN_EMULATOR_HOST", host);
        builder.environment().put("ALIGN_EMULATOR_PORT", Integer.toString(port));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), said);
    }

    @Test
    void aServerThatListensOnEveryAddressIsReady() throws Exception {
        try (JiraAlignEmulator emulator =
                TestServer.start(Settings.of(Map.of("port", "0", "host", "0.0.0.0", "fixtures", "minimal")))) {
            assertEquals(new Verdict(0, ""), ask("0.0.0.0", emulator.uri().getPort()));
        }
    }

    @Test
    void itIsAskedWhereverItListens() throws Exception {
        try (JiraAlignEmulator emulator =
                TestServer.start(Settings.of(Map.of("port", "0", "base-path", "/align", "control", "off")))) {
            assertEquals(new Verdict(0, ""), ask("127.0.0.1", emulator.uri().getPort()));
        }
    }

    @Test
    void whatIsNotReadySaysSo() throws Exception {
        HttpServer busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        busy.createContext("/readyz", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        busy.start();
        try {
            assertEquals(
                    new Verdict(1, "Not ready: HTTP/1.1 503 Service Unavailable\n"),
                    ask("127.0.0.1", busy.getAddress().getPort()));
        } finally {
            busy.stop(0);
        }
    }

    @Test
    void whereNothingListensNothingIsReady() throws Exception {
        int free = freePort();
        assertEquals(new Verdict(1, "Not ready: nothing listens on 127.0.0.1:" + free + "\n"), ask("0.0.0.0", free));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
