package io.alignemulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which user a {@link io.alignemulator.client.Persona} is, by the name that the fixtures use: {@code super-admin}, {@code program-manager}, ... */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface As {

    /** The name. */
    String value();
}
