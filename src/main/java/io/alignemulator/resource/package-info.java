/** The verbs over the catalogue: one list, one get, one create, one replace, one patch for every resource, with validation, named rules and representation. */
@NullMarked
package io.alignemulator.resource;

import org.jspecify.annotations.NullMarked;
