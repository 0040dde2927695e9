/** What answers look like without what they say: kinds, forms, keys and their order, sentences without values. */
@NullMarked
package io.alignemulator.drift.shape;

import org.jspecify.annotations.NullMarked;
