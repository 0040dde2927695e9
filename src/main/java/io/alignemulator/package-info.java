/** The emulator: its command line, its options and the façade that starts a server. */
@NullMarked
package io.alignemulator;

import org.jspecify.annotations.NullMarked;
