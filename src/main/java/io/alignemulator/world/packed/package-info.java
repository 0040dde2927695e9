/** Rows and worlds as bytes: how the shipped sets lie in the jar, and what a saved folder writes. */
@NullMarked
package io.alignemulator.world.packed;

import org.jspecify.annotations.NullMarked;
