/** The console: pages that show a site. Reads only; whoever changes something on a page calls the public API or the control API. */
@NullMarked
package io.alignemulator.console;

import org.jspecify.annotations.NullMarked;
