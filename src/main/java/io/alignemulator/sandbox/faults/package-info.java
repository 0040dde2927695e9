/** Faults of a sandbox: rules that let chosen calls fail in a chosen way, the same at every run. */
@NullMarked
package io.alignemulator.sandbox.faults;

import org.jspecify.annotations.NullMarked;
