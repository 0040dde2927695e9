/** What a table remembers of its rows for whoever asks again: other orders than by id, and their texts. */
@NullMarked
package io.alignemulator.world.memo;

import org.jspecify.annotations.NullMarked;
