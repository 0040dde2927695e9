/** Which name was meant by one that nobody knows, and how it is said that something is refused. */
@NullMarked
package io.alignemulator.spelling;

import org.jspecify.annotations.NullMarked;
