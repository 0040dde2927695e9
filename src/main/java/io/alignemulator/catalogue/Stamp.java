package io.alignemulator.catalogue;

import java.util.Optional;

/**
 * What the server notes when a field of a record takes a value.
 *
 * @param field watched field, e.g. state
 * @param value the value that triggers the stamp
 * @param by field that receives the caller's uid
 * @param date field that receives the time
 * @param left field that receives the midnight of the day on which the value is left again
 */
public record Stamp(String field, long value, Optional<String> by, Optional<String> date, Optional<String> left) {}
