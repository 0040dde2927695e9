/** From the text of a query option to its syntax tree. Names and types are looked up later, in {@code io.alignemulator.query}. */
@NullMarked
package io.alignemulator.query.parse;

import org.jspecify.annotations.NullMarked;
