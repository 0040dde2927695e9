/** What follows from a write by itself: who and when is noted, fields that follow from others, and what happens to other records with it. The catalogue says where which kind applies. */
@NullMarked
package io.alignemulator.resource.rules.effects;

import org.jspecify.annotations.NullMarked;
