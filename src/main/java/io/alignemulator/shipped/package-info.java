/** The files that the build puts beside classes. */
@NullMarked
package io.alignemulator.shipped;

import org.jspecify.annotations.NullMarked;
