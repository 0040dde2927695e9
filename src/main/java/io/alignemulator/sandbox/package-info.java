/** What one emulated site owns beside its records: its clock, its rate limit and its other moving parts. */
@NullMarked
package io.alignemulator.sandbox;

import org.jspecify.annotations.NullMarked;
