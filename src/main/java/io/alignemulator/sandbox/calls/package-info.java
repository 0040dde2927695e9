/** Which calls are meant: the one reading of a {@link io.alignemulator.protocol.calls.CallMatcher}, for faults and for the journal. */
@NullMarked
package io.alignemulator.sandbox.calls;

import org.jspecify.annotations.NullMarked;
