package io.alignemulator.junit;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** A sandbox as long as its test, or its class. The store closes it when the test is over, before those of the contexts around it. */
final class TestSandbox implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(TestSandbox.class);

    private final Sandbox sandbox;

    private TestSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The sandbox of the test or class that the context is of, made when first asked for. */
    static Sandbox of(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> new TestSandbox(make(context)), TestSandbox.class)
                .sandbox;
    }

    /** The sandbox, if the test has asked for it. */
    static Optional<Sandbox> existing(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(context.getUniqueId(), TestSandbox.class))
                .map(each -> each.sandbox);
    }

    private static Sandbox make(ExtensionContext context) {
        Emulator emulator = SharedServer.of(context);
        boolean ownAnnotation = context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, AlignEmulator.class))
                .isPresent();
        Optional<Sandbox> around = ownAnnotation ? Optional.empty() : around(context);
        Optional<AlignEmulator> annotation = annotation(context);
        Sandbox.Options options = options(annotation);
        return emulator.newSandbox(
                around.isPresent()
                        ? options.from(around.get().name())
                        : options.fixtures(
                                annotation.map(AlignEmulator::fixtures).orElse("demo")));
    }

    /** The sandbox of the nearest context around that has one. */
    private static Optional<Sandbox> around(ExtensionContext context) {
        return context.getParent().flatMap(parent -> {
            Optional<Sandbox> own = existing(parent);
            return own.isPresent() ? own : around(parent);
        });
    }

    private static Optional<AlignEmulator> annotation(ExtensionContext context) {
        Optional<AlignEmulator> own =
                context.getElement().flatMap(e -> AnnotationSupport.findAnnotation(e, AlignEmulator.class));
        return own.isPresent() ? own : context.getParent().flatMap(TestSandbox::annotation);
    }

    private static Sandbox.Options options(Optional<AlignEmulator> annotation) {
        Sandbox.Options options = new Sandbox.Options();
        if (annotation.isEmpty()) {
            return options.set("rate-limit", "off");
        }
        options.set("rate-limit", annotation.get().rateLimit());
        if (!annotation.get().clock().isEmpty()) {
            options.clock(Instant.parse(annotation.get().clock()));
        }
        for (String setting : annotation.get().settings()) {
            String[] parts = setting.split("=", 2);
            options.set(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "on");
        }
        return options;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
