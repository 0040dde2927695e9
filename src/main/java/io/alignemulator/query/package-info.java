/**
 * The query language of lists: {@code $filter}, {@code $orderby} and {@code $select}. It knows values and their types, not
 * resources: whoever calls it describes a kind of record as a {@link io.alignemulator.query.EntityType}. Below it lie {@code value} (types and values), {@code function} (the table
 * of functions) and {@code parse} (from text to syntax tree).
 */
@NullMarked
package io.alignemulator.query;

import org.jspecify.annotations.NullMarked;
