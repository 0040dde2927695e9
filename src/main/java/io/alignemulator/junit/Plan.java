package io.alignemulator.junit;

import io.alignemulator.client.Sandbox;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What site a test is to have.
 *
 * @param server settings of the server as a whole; tests that agree in them share one
 */
record Plan(Map<String, String> server, Sandbox.Options options) {

    /** What the annotations say: of the method, else of the fields, else of the class, else of the classes around. */
    static Plan of(ExtensionContext context) {
        return new Plan(Map.of(), annotation(context).map(Plan::options).orElseGet(() -> new Sandbox.Options()
                .set("rate-limit", "off")));
    }

    /** Whether a method has an annotation of its own. */
    static boolean isOfMethod(ExtensionContext context) {
        return ofMethod(context).isPresent();
    }

    private static Optional<AlignEmulator> ofMethod(ExtensionContext context) {
        return context.getTestMethod().flatMap(method -> AnnotationSupport.findAnnotation(method, AlignEmulator.class));
    }

    private static Optional<AlignEmulator> annotation(ExtensionContext context) {
        return ofMethod(context)
                .or(() -> context.getTestClass().flatMap(Plan::ofClass))
                .or(() -> context.getParent().flatMap(Plan::annotation));
    }

    private static Optional<AlignEmulator> ofClass(Class<?> type) {
        Set<AlignEmulator> said = new LinkedHashSet<>();
        for (Field field : InjectedFields.of(type)) {
            AnnotationSupport.findAnnotation(field, AlignEmulator.class).ifPresent(said::add);
        }
        if (said.size() > 1) {
            throw new ExtensionConfigurationException("The fields of " + type.getName()
                    + " speak of one site and say different things about it: " + said
                    + "; take an Emulator and make a second sandbox");
        }
        return said.stream().findFirst().or(() -> AnnotationSupport.findAnnotation(type, AlignEmulator.class));
    }

    private static Sandbox.Options options(AlignEmulator annotation) {
        Sandbox.Options options =
                new Sandbox.Options().fixtures(annotation.fixtures()).set("rate-limit", annotation.rateLimit());
        if (!annotation.clock().isEmpty()) {
            options.clock(Instant.parse(annotation.clock()));
        }
        for (String setting : annotation.settings()) {
            String[] parts = setting.split("=", 2);
            options.set(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "on");
        }
        for (String fault : annotation.faults()) {
            options.fault(fault);
        }
        return options;
    }
}
