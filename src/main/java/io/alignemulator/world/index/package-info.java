/** Records found by what they hold at one path, whatever a record is. */
@NullMarked
package io.alignemulator.world.index;

import org.jspecify.annotations.NullMarked;
