package io.alignemulator.world;

import io.alignemulator.catalogue.Field;

/** Which computed fields of a seed's rows were written down explicitly. */
@FunctionalInterface
public interface Given {

    /** None was. */
    Given NOTHING = (row, field) -> false;

    boolean isGiven(Row row, Field field);
}
