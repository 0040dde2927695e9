package io.alignemulator.junit;

import io.alignemulator.Builder;
import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Emulator;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A server of the JVM's tests: started by the first that needs it, closed when all are done. There is one, unless some tests need other settings of a server as a whole. */
final class SharedServer implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    private final JiraAlignEmulator emulator;

    private SharedServer(Map<String, String> settings) {
        Builder builder = JiraAlignEmulator.builder();
        settings.forEach(builder::set);
        this.emulator = builder.start();
    }

    static Emulator of(ExtensionContext context, Map<String, String> settings) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(settings, key -> new SharedServer(settings), SharedServer.class)
                .emulator
                .server();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
