/** The kinds of checks of a whole record; the catalogue says which resource is checked by which, and by what keys. */
@NullMarked
package io.alignemulator.resource.rules.checks;

import org.jspecify.annotations.NullMarked;
