package io.alignemulator.junit;

/** How long a sandbox serves. */
public enum SandboxScope {

    /** Each test has one of its own, so tests may run in parallel. */
    TEST,

    /**
     * One for all tests of a class and its nested classes, reset before each of them: for what lives longer than a test and keeps a token, such as an application context. Such tests
     * run one after the other; what {@code @BeforeAll} puts in is gone with the first reset.
     */
    CLASS
}
