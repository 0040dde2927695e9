/** The first page: what runs here, and the levers of a site. */
@NullMarked
package io.alignemulator.console.overview;

import org.jspecify.annotations.NullMarked;
