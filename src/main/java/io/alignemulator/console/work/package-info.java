/** The hierarchy of work, opened level by level. */
@NullMarked
package io.alignemulator.console.work;

import org.jspecify.annotations.NullMarked;
