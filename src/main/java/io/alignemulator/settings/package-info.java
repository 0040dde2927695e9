/** Every setting of the emulator, once: the table feeds the command line, environment variables and the documentation. */
@NullMarked
package io.alignemulator.settings;

import org.jspecify.annotations.NullMarked;
