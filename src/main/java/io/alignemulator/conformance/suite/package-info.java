/** Requirements and scenarios: data that the build makes of the files in the folder {@code conformance}. */
@NullMarked
package io.alignemulator.conformance.suite;

import org.jspecify.annotations.NullMarked;
