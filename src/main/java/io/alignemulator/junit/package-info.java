/** The emulator in JUnit tests: an annotation, and a sandbox for every test. Needs JUnit 5 or 6 on the class path, which the emulator does not bring. */
@NullMarked
package io.alignemulator.junit;

import org.jspecify.annotations.NullMarked;
