/** The verbs over the catalogue's resources: list, get, create, replace and patch. */
@NullMarked
package io.alignemulator.resource;

import org.jspecify.annotations.NullMarked;
