/** The functions of filters: one table of signatures, which the binder, the refusals, the documentation and the tests read. */
@NullMarked
package io.alignemulator.query.function;

import org.jspecify.annotations.NullMarked;
