package io.alignemulator.world;

/** What to look up in a table: a value at an indexed path, or an id at the path {@code id}. */
public record IndexKey(String path, Object value) {}
