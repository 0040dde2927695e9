package io.alignemulator.conformance.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another port of this machine behind which the emulator is too: whoever is sent there is elsewhere, since a token belongs to a host and a port. What goes in comes out unread. */
final class OtherPort implements AutoCloseable {

    private final ServerSocket listening;
    private final URI emulator;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "other port");
        thread.setDaemon(true);
        return thread;
    });

    private OtherPort(ServerSocket listening, URI emulator) {
        this.listening = listening;
        this.emulator = emulator;
    }

    static OtherPort of(URI emulator) {
        try {
            OtherPort port = new OtherPort(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), emulator);
            port.threads.execute(port::accept);
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(emulator.getHost(), emulator.getPort());
                threads.execute(() -> pass(client, server));
                threads.execute(() -> pass(server, client));
            } catch (IOException e) {
                // closed, or the emulator is gone, which the scenarios tell
            }
        }
    }

    /** Until one side ends; then both do. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side has ended
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
