/** What the entries of {@code x-rules} and {@code x-effects} describe, by resource. */
@NullMarked
package io.alignemulator.resource.rules.entry;

import org.jspecify.annotations.NullMarked;
