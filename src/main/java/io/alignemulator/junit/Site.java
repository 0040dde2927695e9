package io.alignemulator.junit;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The site of a test as its parameters and fields see it. Closing is left to the extension. */
record Site(Emulator server, Sandbox sandbox) implements JiraAlignEmulator {

    private static final Map<Class<?>, Function<Site, Object>> VALUES = Map.of(
            JiraAlignEmulator.class, site -> site,
            Sandbox.class, Site::sandbox,
            Emulator.class, Site::server,
            URI.class, Site::apiUri);

    /** Whether a parameter or field of the type can be filled. */
    static boolean has(Class<?> type, AnnotatedElement element) {
        return VALUES.containsKey(type)
                || (type.equals(Persona.class) && AnnotationSupport.isAnnotated(element, As.class));
    }

    Object value(Class<?> type, AnnotatedElement element) {
        if (!has(type, element)) {
            throw new ParameterResolutionException("The emulator has no " + type.getName() + " to give; "
                    + "it has JiraAlignEmulator, Sandbox, Emulator, URI, and Persona with @As");
        }
        Function<Site, Object> known = VALUES.get(type);
        return known == null
                ? persona(AnnotationSupport.findAnnotation(element, As.class)
                        .orElseThrow()
                        .value())
                : known.apply(this);
    }

    @Override
    public Persona persona(String name) {
        try {
            return sandbox.persona(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {}
}
