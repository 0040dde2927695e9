/** The roadmap: increments and sprints on a time line, epics and features as bars. */
@NullMarked
package io.alignemulator.console.roadmap;

import org.jspecify.annotations.NullMarked;
