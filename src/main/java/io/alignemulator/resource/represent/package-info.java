/** Records as JSON: lists and their options, expansion, selection. */
@NullMarked
package io.alignemulator.resource.represent;

import org.jspecify.annotations.NullMarked;
