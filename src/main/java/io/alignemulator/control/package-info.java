/** The emulator's own API below {@code /_emulator}: what a test does with a site that a client of the real one cannot. */
@NullMarked
package io.alignemulator.control;

import org.jspecify.annotations.NullMarked;
