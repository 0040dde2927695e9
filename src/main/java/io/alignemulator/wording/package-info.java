/** Words for what is refused: which name was meant by one that nobody knows, and the one form of a reason. */
@NullMarked
package io.alignemulator.wording;

import org.jspecify.annotations.NullMarked;
