/** The verbs over the catalogue: one list, get, create, replace, patch and delete for all resources. */
@NullMarked
package io.alignemulator.resource.verbs;

import org.jspecify.annotations.NullMarked;
