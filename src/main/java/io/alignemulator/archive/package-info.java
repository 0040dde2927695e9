/** What a JVM keeps of the classes of the standalone jar between two starts: where it lies, how it is made, and a start that uses it. */
@NullMarked
package io.alignemulator.archive;

import org.jspecify.annotations.NullMarked;
