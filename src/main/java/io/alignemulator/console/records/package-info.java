/** Records of any resource: a list, one record with everything that is known of it, a new one. What a page shows comes from the catalogue. */
@NullMarked
package io.alignemulator.console.records;

import org.jspecify.annotations.NullMarked;
