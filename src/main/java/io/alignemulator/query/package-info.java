/**
 * The query language of lists: {@code $filter}, {@code $orderby} and {@code $select}. It knows values and their types, not
 * resources: whoever calls it describes a kind of record as a {@link io.alignemulator.query.Shape}.
 */
@NullMarked
package io.alignemulator.query;

import org.jspecify.annotations.NullMarked;
