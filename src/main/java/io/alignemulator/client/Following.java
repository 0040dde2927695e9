package io.alignemulator.client;

import io.alignemulator.protocol.calls.Exchange;
import io.alignemulator.protocol.json.ControlJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens to server-sent events until it is closed. */
public final class Following implements AutoCloseable {

    private static final String DATA = "data: ";

    private final InputStream events;

    private Following(InputStream events) {
        this.events = events;
    }

    static Following start(ControlApi api, String path, Consumer<Exchange> listener) {
        Following following = new Following(api.open(path));
        BufferedReader lines = new BufferedReader(new InputStreamReader(following.events, StandardCharsets.UTF_8));
        try {
            lines.readLine();
        } catch (IOException e) {
            throw new ControlException(0, "The emulator sends no events: " + e.getMessage());
        }
        Thread reader = new Thread(() -> read(lines, listener), "align-emulator-events");
        reader.setDaemon(true);
        reader.start();
        return following;
    }

    private static void read(BufferedReader lines, Consumer<Exchange> listener) {
        try {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    listener.accept(ControlJson.lenient().readValue(line.substring(DATA.length()), Exchange.class));
                }
            }
        } catch (IOException e) {
            // closed, by either side: there is nothing more to tell
        }
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException e) {
            // it is over anyway
        }
    }
}
