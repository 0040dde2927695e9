/** What must hold for a record, and what follows from a write: schema, references, named rules, stamps. */
@NullMarked
package io.alignemulator.resource.rules;

import org.jspecify.annotations.NullMarked;
