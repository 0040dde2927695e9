package io.alignemulator.junit;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Resolves parameters of tests; registered by {@link AlignEmulator}, or by {@code @ExtendWith} for a sandbox with the demo set. */
public final class AlignExtension implements ParameterResolver {

    private static final Set<Class<?>> TYPES = Set.of(Sandbox.class, Emulator.class, URI.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return TYPES.contains(type) || (type.equals(Persona.class) && parameter.isAnnotated(As.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type.equals(Emulator.class)) {
            return SharedServer.of(context);
        }
        Sandbox sandbox = TestSandbox.of(context);
        if (type.equals(URI.class)) {
            return sandbox.apiUri();
        }
        return type.equals(Sandbox.class) ? sandbox : persona(parameter, sandbox);
    }

    private static Persona persona(ParameterContext parameter, Sandbox sandbox) {
        String name = parameter.findAnnotation(As.class).orElseThrow().value();
        try {
            return sandbox.persona(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }
}
