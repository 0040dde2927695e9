package io.alignemulator;

import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.settings.Settings;

/** Servers for tests that look behind the façade. */
public final class TestServer {

    private TestServer() {}

    public static JiraAlignEmulator start(Settings settings) {
        return start(settings, Clock.system());
    }

    public static JiraAlignEmulator start(Settings settings, Clock clock) {
        return LocalEmulator.start(settings, clock);
    }

    /** The default sandbox itself. */
    public static Sandbox sandbox(JiraAlignEmulator emulator) {
        return ((LocalEmulator) emulator).main();
    }
}
