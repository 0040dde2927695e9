/** Which name was meant by one that nobody knows. */
@NullMarked
package io.alignemulator.spelling;

import org.jspecify.annotations.NullMarked;
