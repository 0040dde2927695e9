/** What can be said of a client: the evidence that a scenario leaves, and the checks, which are the whole vocabulary of scenarios; there is no other way to judge. */
@NullMarked
package io.alignemulator.conformance.judge;

import org.jspecify.annotations.NullMarked;
