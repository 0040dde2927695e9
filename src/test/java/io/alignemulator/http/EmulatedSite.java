package io.alignemulator.http;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.TestServer;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** An emulator in this process, on a free port. */
final class EmulatedSite implements SiteUnderTest {

    static final String FIXTURES =
            Path.of("src/test/resources/fixtures/old-site").toString();
    static final Settings SETTINGS = Settings.of(Map.of("port", "0", "rate-limit", "off", "fixtures", FIXTURES));

    private final JiraAlignEmulator emulator;

    private EmulatedSite(JiraAlignEmulator emulator) {
        this.emulator = emulator;
    }

    static EmulatedSite start(Settings settings) {
        return new EmulatedSite(TestServer.start(settings));
    }

    static EmulatedSite start(Settings settings, Clock clock) {
        return new EmulatedSite(TestServer.start(settings, clock));
    }

    /** With one setting changed. */
    static EmulatedSite with(Setting<?> setting, String value) {
        return start(SETTINGS.with(setting, value));
    }

    JiraAlignEmulator emulator() {
        return emulator;
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
    }

    @Override
    public void close() {
        emulator.close();
    }
}
