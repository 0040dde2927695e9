package io.alignemulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a site of its own on an emulator that all tests of the JVM share. On a class it holds for its tests and nested classes, on a method for that test, where it
 * takes the place of the class's. Test and lifecycle methods may take parameters of the types {@link io.alignemulator.client.Sandbox} (the site), {@link java.net.URI} (the base of
 * the REST API), {@link io.alignemulator.client.Persona} with {@link As}, and {@link io.alignemulator.client.Emulator} (the server, for a second site).
 *
 * <p>On a field of one of these types it fills the field, an instance field anew for every test with what belongs to the test, a static one with what belongs to the class. The
 * fields of a class speak of one site, so they have to say the same about it.
 *
 * <p>A sandbox is made when a test first needs it and ends with the test, so tests may run in parallel. What {@code @BeforeAll} and constructors of classes with one instance
 * get is a sandbox of the class; the tests' own begin with what it holds when they start. When a test fails, its report gets the last exchanges of its sandbox and what it
 * changed.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@ExtendWith(AlignExtension.class)
public @interface AlignEmulator {

    /** What the site holds: {@code empty}, {@code minimal}, {@code demo}, or the path of a folder of fixture files or of a packed site. */
    String fixtures() default "demo";

    /** {@code calls/seconds:seconds of the block}, or {@code off}, which is the default: most tests are not about it. */
    String rateLimit() default "off";

    /** A time to stand still at, e.g. {@code 2026-01-05T09:00:00Z}; empty for a clock that runs. */
    String clock() default "";

    /** Other settings as on the command line, e.g. {@code page-cap=5}; those of a server as a whole lead to a second server. */
    String[] settings() default {};

    /** Faults from the beginning as JSON, as {@link io.alignemulator.protocol.faults.Fault} is written, e.g. {@code {"match": {"path": "/epics", "nth": 2}, "effect": {"type": "status", "code": 503}}}. */
    String[] faults() default {};

    /** Whether each test has a sandbox of its own, or the tests of the class share one that is reset between them. */
    SandboxScope scope() default SandboxScope.TEST;
}
