/** Types and values of the query language, and the one exception that refuses a query option. */
@NullMarked
package io.alignemulator.query.value;

import org.jspecify.annotations.NullMarked;
