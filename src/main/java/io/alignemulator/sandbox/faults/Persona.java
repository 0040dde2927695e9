package io.alignemulator.sandbox.faults;

/**
 * A user whom a matcher names.
 *
 * @param name as written; empty when it was written as an id
 */
public record Persona(String name, long userId) {}
