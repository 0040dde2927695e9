package io.alignemulator.junit;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Emulator;
import io.alignemulator.settings.Settings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The one server of the JVM's tests: started by the first that needs it, closed when all are done. */
final class SharedServer implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    private final JiraAlignEmulator server;
    private final Emulator emulator;

    private SharedServer() {
        this.server = JiraAlignEmulator.start(
                Settings.DEFAULTS.with(Settings.PORT, "0").with(Settings.FIXTURES, "demo"));
        this.emulator = Emulator.at(server.uri());
    }

    static Emulator of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(SharedServer.class, type -> new SharedServer(), SharedServer.class)
                .emulator;
    }

    @Override
    public void close() {
        server.close();
    }
}
