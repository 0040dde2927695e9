package io.alignemulator.catalogue;

/**
 * A parameter without a dollar sign that a list is asked with.
 *
 * @param name as it is documented; found in any case
 * @param field the key that holds the value asked for
 * @param noneWithout whether a list that is asked without the parameter has only records that hold nothing there
 */
public record QueryKey(String name, String field, boolean noneWithout) {}
