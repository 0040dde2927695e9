package io.alignemulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which user a {@link io.alignemulator.client.Persona} is: {@code @As(Personas.PROGRAM_MANAGER) Persona lead}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface As {

    /** The name that the fixtures use; those of the shipped sets are in {@link io.alignemulator.client.Personas}. */
    String value();
}
