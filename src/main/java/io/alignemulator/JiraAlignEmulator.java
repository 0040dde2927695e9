package io.alignemulator;

import io.alignemulator.client.HasSandbox;

/**
 * A server that was started, in this process or in a container: point a client at {@link #uri()} or {@link #apiUri()} with the {@link #token} of a persona, work with the clock, limit,
 * faults, journal and records of its default sandbox, close it.
 *
 * <pre>{@code
 * try (JiraAlignEmulator align = JiraAlignEmulator.start()) {
 *     MyClient client = new MyClient(align.uri(), align.token(Personas.PROGRAM_MANAGER));
 *     ...
 *     align.requests().verify(Calls.to(PATCH, "/epics/1001").times(1));
 * }
 * }</pre>
 *
 * With JUnit see {@link io.alignemulator.junit.AlignEmulator} and {@link io.alignemulator.junit.AlignExtension}, which give each test a sandbox of its own on one server.
 */
public interface JiraAlignEmulator extends HasSandbox, AutoCloseable {

    /** Starts a server with the demo set on a free port of this machine and returns when it answers. */
    static JiraAlignEmulator start() {
        return builder().start();
    }

    /** For anything but the defaults. */
    static Builder builder() {
        return new Builder();
    }

    /** The port it listens on. */
    default int port() {
        return uri().getPort();
    }

    /** Stops the server; its sandboxes end with it. */
    @Override
    void close();
}
