package io.alignemulator.console.traffic;

/**
 * A condition of the matcher as a field of a form; its name is the word of the control API.
 *
 * @param means what the control API says of it
 * @param example as a placeholder shows it
 * @param value what was asked for; empty for nothing
 */
public record ConditionField(String name, String means, String example, String value) {}
