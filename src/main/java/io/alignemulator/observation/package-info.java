/** The judge of the conformance suite at work on a sandbox of this process: what its calls say of the client until now. */
@org.jspecify.annotations.NullMarked
package io.alignemulator.observation;
