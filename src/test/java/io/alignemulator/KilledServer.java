package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A server that keeps its sandboxes in a folder, in a process of its own, to be killed and started again. */
final class KilledServer {

    private static final String READY = "listening on ";

    private final Process process;
    private final String address;

    private KilledServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one, and waits until it listens. */
    static KilledServer on(Path folder) throws IOException {
        Process process = ChildJvm.builder(
                        Main.class,
                        List.of("-Xmx512m"),
                        "--port",
                        "0",
                        "--fixtures",
                        "minimal",
                        "--rate-limit",
                        "off",
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertTrue(line != null && line.startsWith(READY), line);
        return new KilledServer(process, line.substring(READY.length()));
    }

    /** Scheme, host and port. */
    String address() {
        return address;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
