/**
 * All records of a site as one immutable value: rows, tables with their indexes, and the fields that follow from other fields. A write makes a new world.
 */
@NullMarked
package io.alignemulator.world;

import org.jspecify.annotations.NullMarked;
