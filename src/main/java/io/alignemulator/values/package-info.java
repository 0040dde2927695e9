/** How a value of one of the catalogue's types is read and printed. Knows no record. */
@NullMarked
package io.alignemulator.values;

import org.jspecify.annotations.NullMarked;
