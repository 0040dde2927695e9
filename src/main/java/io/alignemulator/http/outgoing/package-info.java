/** How answers go out: what they are put together in, and what becomes of those that nobody reads. */
@NullMarked
package io.alignemulator.http.outgoing;

import org.jspecify.annotations.NullMarked;
