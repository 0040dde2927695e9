/** How much work a call may take, counted in steps. */
@NullMarked
package io.alignemulator.work;

import org.jspecify.annotations.NullMarked;
