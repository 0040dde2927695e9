/** Calls of the API as the control API speaks of them: which ones, what was exchanged, what it changed. */
@NullMarked
package io.alignemulator.protocol.calls;

import org.jspecify.annotations.NullMarked;
