/** How much work a call may take, counted in steps; and how work is shared by several threads. */
@NullMarked
package io.alignemulator.work;

import org.jspecify.annotations.NullMarked;
