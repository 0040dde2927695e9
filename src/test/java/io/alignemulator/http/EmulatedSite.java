package io.alignemulator.http;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.SandboxClock;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An emulator on a free port, reached in the way that {@link Way} says. */
final class EmulatedSite implements SiteUnderTest {

    static final String FIXTURES =
            Path.of("src/test/resources/fixtures/old-site").toString();
    static final Settings SETTINGS = Settings.of(Map.of("port", "0", "rate-limit", "off", "fixtures", FIXTURES));

    private final JiraAlignEmulator emulator;
    private final Optional<Instant> frozen;

    private EmulatedSite(JiraAlignEmulator emulator, Optional<Instant> frozen) {
        this.emulator = emulator;
        this.frozen = frozen;
        freeze();
    }

    static EmulatedSite start(Settings settings) {
        return new EmulatedSite(Way.chosen().start(settings), Optional.empty());
    }

    /** One whose clock stands still, again after each reset. */
    static EmulatedSite start(Settings settings, Instant frozen) {
        return new EmulatedSite(Way.chosen().start(settings), Optional.of(frozen));
    }

    /** With one setting changed. */
    static EmulatedSite with(Setting<?> setting, String value) {
        return start(SETTINGS.with(setting, value));
    }

    /** One whose export has 7 MB: more than two systems keep on their way. */
    static EmulatedSite withLargeExport() {
        EmulatedSite site = with(ServerSettings.FIXTURES, "empty");
        String regions = IntStream.rangeClosed(1, 80)
                .mapToObj(id -> "{\"id\": " + id + ", \"name\": \"" + "x".repeat(90_000) + id + "\"}")
                .collect(Collectors.joining(","));
        Client.control(site.uri(), "POST", "/import", "{\"fixtures\": {\"Regions\": [" + regions + "]}}", Map.of())
                .expect(200);
        return site;
    }

    /** Asks for the export over a connection that takes little at once. */
    Socket askForExport() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(uri().getHost(), uri().getPort()));
        socket.getOutputStream()
                .write("GET /_emulator/export HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void freeze() {
        frozen.ifPresent(instant -> clock().freezeAt(instant));
    }

    SandboxClock clock() {
        return emulator.clock();
    }

    Client client() {
        return new Client(uri(), token());
    }

    @Override
    public URI uri() {
        return emulator.uri();
    }

    @Override
    public String token() {
        return "user:1|super-admin";
    }

    @Override
    public void reset() {
        emulator.reset();
        freeze();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
