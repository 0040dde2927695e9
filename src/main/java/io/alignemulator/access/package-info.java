/** Who calls, and what that user may do: tokens, users, and the decision about a resource or a record. */
@NullMarked
package io.alignemulator.access;

import org.jspecify.annotations.NullMarked;
