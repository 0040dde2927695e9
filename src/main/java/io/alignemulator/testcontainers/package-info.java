/** The emulator as a container of a test. Needs Testcontainers on the class path, which the emulator does not bring. */
@NullMarked
package io.alignemulator.testcontainers;

import org.jspecify.annotations.NullMarked;
