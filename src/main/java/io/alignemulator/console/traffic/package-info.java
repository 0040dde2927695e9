/** The traffic of a site: the journal, one exchange of it, and what goes wrong on purpose. */
@NullMarked
package io.alignemulator.console.traffic;

import org.jspecify.annotations.NullMarked;
