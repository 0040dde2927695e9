/**
 * Judges clients of the API. Requirements and scenarios are data; a run gives each scenario a sandbox, lets the client do its tasks, and judges what it reported, what is stored and
 * what went over the wire. Sees the emulator as tests do, through {@link io.alignemulator.client}, so it judges on any emulator.
 */
@NullMarked
package io.alignemulator.conformance;

import org.jspecify.annotations.NullMarked;
