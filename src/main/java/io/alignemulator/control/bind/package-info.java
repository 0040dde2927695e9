/** JSON of the control API to records: unknown keys refused with the nearest name, and the schemas of the same records. */
@NullMarked
package io.alignemulator.control.bind;

import org.jspecify.annotations.NullMarked;
