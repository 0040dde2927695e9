/** One emulated site: its world, clock, rate limit and tokens. */
@NullMarked
package io.alignemulator.sandbox;

import org.jspecify.annotations.NullMarked;
