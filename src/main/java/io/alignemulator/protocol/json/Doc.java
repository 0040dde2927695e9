package io.alignemulator.protocol.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key or a record of the control API means; the description of the API and its page print it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Doc {

    /** A sentence without its full stop. */
    String value();

    /** A value as it is written in JSON; empty where the type says enough. */
    String example() default "";
}
