/** Faults: which calls meet them, and what they do. */
@NullMarked
package io.alignemulator.protocol.faults;

import org.jspecify.annotations.NullMarked;
