/** The site that is asked: one call at a time, politely. */
@NullMarked
package io.alignemulator.drift.site;

import org.jspecify.annotations.NullMarked;
