package io.alignemulator;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import io.alignemulator.client.SandboxClock;
import io.alignemulator.client.SandboxFaults;
import io.alignemulator.client.SandboxRateLimit;
import io.alignemulator.client.SandboxRequests;
import io.alignemulator.client.SandboxSnapshots;
import io.alignemulator.client.SandboxWorld;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A running emulator in this process, and a site on it: point a client at {@link #uri()} or {@link #apiUri()} with the {@link #token} of a persona, work with the site's clock, limit,
 * faults, journal and records, close it.
 *
 * <pre>{@code
 * try (JiraAlignEmulator align = JiraAlignEmulator.start()) {
 *     MyClient client = new MyClient(align.uri(), align.token("program-manager"));
 *     ...
 *     align.requests().verify(Calls.to("PATCH", "/epics/1001").times(1));
 * }
 * }</pre>
 *
 * With JUnit see {@link io.alignemulator.junit.AlignEmulator} and {@link Builder#extension()}: there it is the site of the test that runs.
 */
public interface JiraAlignEmulator extends AutoCloseable {

    /** Starts a server with the demo set on a free port of this machine and returns when it answers. */
    static JiraAlignEmulator start() {
        return builder().start();
    }

    /** For anything but the defaults. */
    static Builder builder() {
        return new Builder();
    }

    /** The server, with its sandboxes. */
    Emulator server();

    /** The site: of a server that was started, the default sandbox; in a JUnit test, the sandbox of the test. */
    Sandbox sandbox();

    /** What a client takes for {@code https://<site>.jiraalign.com}, e.g. {@code http://127.0.0.1:40123}. */
    default URI uri() {
        return server().uri();
    }

    /** The port it listens on. */
    default int port() {
        return uri().getPort();
    }

    /** Where the REST API begins. */
    default URI apiUri() {
        return sandbox().apiUri();
    }

    /** A token for each persona by name. */
    default Map<String, String> tokens() {
        return sandbox().tokens();
    }

    /**
     * A user to act as.
     *
     * @throws IllegalArgumentException when the fixtures call nobody so
     */
    default Persona persona(String name) {
        return sandbox().persona(name);
    }

    /** The token of a persona. */
    default String token(String persona) {
        return persona(persona).token();
    }

    default SandboxClock clock() {
        return sandbox().clock();
    }

    default SandboxRateLimit rateLimit() {
        return sandbox().rateLimit();
    }

    default SandboxFaults faults() {
        return sandbox().faults();
    }

    default SandboxRequests requests() {
        return sandbox().requests();
    }

    default SandboxWorld world() {
        return sandbox().world();
    }

    default SandboxSnapshots snapshots() {
        return sandbox().snapshots();
    }

    /** Stores records: {@link SandboxWorld#seed}. */
    default List<Long> seed(String collection, Object... records) {
        return sandbox().seed(collection, records);
    }

    /** Brings everything back to the beginning. */
    default void reset() {
        sandbox().reset();
    }

    /** Stops the server; in a JUnit test does nothing, the server belongs to all tests. */
    @Override
    void close();
}
