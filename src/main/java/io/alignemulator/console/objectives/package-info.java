/** Goals, objectives and key results with their progress. */
@NullMarked
package io.alignemulator.console.objectives;

import org.jspecify.annotations.NullMarked;
