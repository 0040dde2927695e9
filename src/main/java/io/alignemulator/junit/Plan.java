package io.alignemulator.junit;

import io.alignemulator.Builder;
import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Sandbox;
import io.alignemulator.wording.Reason;
import java.lang.reflect.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What site a test is to have.
 *
 * @param server settings of the server as a whole; tests that agree in them share one
 */
record Plan(Map<String, String> server, Sandbox.Options options, SandboxScope scope) {

    private static final Namespace NAMESPACE = Namespace.create(Plan.class);

    /** For {@code @ExtendWith} alone. */
    private static final Plan DEFAULT = of(JiraAlignEmulator.builder().rateLimit("off"), SandboxScope.TEST);

    static Plan of(Builder builder, SandboxScope scope) {
        return new Plan(builder.serverSettings(), builder.sandboxOptions(), scope);
    }

    /** What the annotations say: of the method, else of the fields, else of the class, else of the classes around. */
    static Plan of(ExtensionContext context) {
        Optional<AlignEmulator> annotation = annotation(context);
        if (ofMethod(context).filter(each -> each.scope() == SandboxScope.CLASS).isPresent()) {
            throw new ExtensionConfigurationException(
                    "scope = CLASS is for a class, not for " + context.getDisplayName());
        }
        // What is said once is read once, and tests that say the same have the same plan.
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        annotation, key -> annotation.map(Plan::of).orElse(DEFAULT), Plan.class);
    }

    /** Which context the sandbox belongs to: the test or class itself, or the outermost class that says the same; a field that is shared has one whatever class registers it. */
    ExtensionContext holder(ExtensionContext context, Object owner) {
        if (scope == SandboxScope.TEST) {
            return context;
        }
        if (!owner.equals(AlignExtension.ANNOTATED)) {
            return context.getRoot();
        }
        ExtensionContext holder = classOf(context);
        Optional<AlignEmulator> said = annotation(holder);
        for (Optional<ExtensionContext> around = holder.getParent();
                around.isPresent() && annotation(around.get()).equals(said);
                around = around.get().getParent()) {
            holder = around.get();
        }
        return holder;
    }

    /** The context of the class that a test is of. */
    static ExtensionContext classOf(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                ? context
                : classOf(context.getParent().orElseThrow());
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

    private static Plan of(AlignEmulator annotation) {
        Builder builder = JiraAlignEmulator.builder();
        say("fixtures", annotation.fixtures(), builder::fixtures);
        say("rateLimit", annotation.rateLimit(), builder::rateLimit);
        if (!annotation.clock().isEmpty()) {
            say("clock", annotation.clock(), text -> builder.clock(instant(text)));
        }
        for (String setting : annotation.settings()) {
            String[] parts = setting.split("=", 2);
            say(
                    "settings",
                    setting,
                    text -> builder.set(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "on"));
        }
        for (String fault : annotation.faults()) {
            say("faults", fault, builder::fault);
        }
        return of(builder, annotation.scope());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    Reason.not("a time such as 2026-01-05T09:00:00Z").of("", "'" + text + "'"), e);
        }
    }

    /** Sets what an attribute says; a mistake is told with the attribute's name. */
    private static void say(String attribute, String value, Consumer<String> setting) {
        try {
            setting.accept(value);
        } catch (RuntimeException e) {
            throw new ExtensionConfigurationException(
                    "@AlignEmulator(" + attribute + " = \"" + value + "\"): " + e.getMessage(), e);
        }
    }
}
