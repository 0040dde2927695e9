/** A client as the suite would like all of them to be: small, and right. Every decision is a method of its own. */
@NullMarked
package io.alignemulator.conformance.reference;

import org.jspecify.annotations.NullMarked;
