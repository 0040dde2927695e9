/** JSON Patch (RFC 6902) on JSON trees, with the key matching and the limits of the real server. */
@NullMarked
package io.alignemulator.resource.patch;

import org.jspecify.annotations.NullMarked;
