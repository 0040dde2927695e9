/**
 * Bodies as the real server's reader reads them: its lenient JSON, its conversions by the model's types, its sentences with their places. Knows the model of a resource, no record.
 */
@NullMarked
package io.alignemulator.resource.body;

import org.jspecify.annotations.NullMarked;
