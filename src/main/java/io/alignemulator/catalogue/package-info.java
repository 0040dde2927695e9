/**
 * What the API consists of, as data: every resource with its fields, references, rules and the evidence for each of them. Read once into an immutable model; knows
 * nothing of HTTP or of records.
 */
@NullMarked
package io.alignemulator.catalogue;

import org.jspecify.annotations.NullMarked;
