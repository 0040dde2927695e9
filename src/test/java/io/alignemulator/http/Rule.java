package io.alignemulator.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The behaviour that a test proves, and how it is known: section of the protocol reference, what it says, evidence tag. {@code "section 3, page of 100 rows [D/O]"}; a
 * behaviour of the emulator itself is {@code "emulator, control API"}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Rule {
    String value();
}
