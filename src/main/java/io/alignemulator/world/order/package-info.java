/** Rows in other orders than by id, remembered. */
@NullMarked
package io.alignemulator.world.order;

import org.jspecify.annotations.NullMarked;
