package io.alignemulator.junit;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The site of a test as its parameters and fields see it. */
record TestSite(Emulator server, Sandbox sandbox) {

    private static final Map<Class<?>, Function<TestSite, Object>> VALUES =
            Map.of(Sandbox.class, TestSite::sandbox, Emulator.class, TestSite::server, URI.class, site -> site.sandbox()
                    .apiUri());

    /** Whether a parameter is meant for the emulator, though it may be written wrongly. */
    static boolean isMeant(Class<?> type, AnnotatedElement element) {
        return VALUES.containsKey(type)
                || type.equals(Persona.class)
                || type.equals(JiraAlignEmulator.class)
                || AnnotationSupport.isAnnotated(element, As.class);
    }

    /** @throws ParameterResolutionException with what is possible, when this is not */
    static void check(Class<?> type, AnnotatedElement element) {
        Optional<As> as = AnnotationSupport.findAnnotation(element, As.class);
        if (type.equals(Persona.class) && as.isEmpty()) {
            throw new ParameterResolutionException(
                    "A Persona says which one by @As, e.g. @As(Personas.PROGRAM_MANAGER) Persona");
        }
        if (as.isPresent() && !type.equals(Persona.class)) {
            throw new ParameterResolutionException("@As(\"" + as.get().value() + "\") goes with the type Persona, not "
                    + type.getSimpleName() + "; a Persona has the token");
        }
        if (!VALUES.containsKey(type) && as.isEmpty()) {
            throw new ParameterResolutionException("The emulator has no " + type.getSimpleName() + " to give; it has"
                    + " Sandbox (the site of the test), Emulator (the server), URI (of the REST API), and Persona with"
                    + " @As");
        }
    }

    Object value(Class<?> type, AnnotatedElement element) {
        check(type, element);
        Function<TestSite, Object> known = VALUES.get(type);
        return known != null
                ? known.apply(this)
                : persona(AnnotationSupport.findAnnotation(element, As.class)
                        .orElseThrow()
                        .value());
    }

    private Persona persona(String name) {
        try {
            return sandbox.persona(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterResolutionException("@As(\"" + name + "\"): " + e.getMessage(), e);
        }
    }
}
