/** What is numbered within records: ids of nested objects. */
@NullMarked
package io.alignemulator.world.nested;

import org.jspecify.annotations.NullMarked;
