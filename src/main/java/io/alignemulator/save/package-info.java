/** Keeps sandboxes in a folder. Nothing refers to this room: it is found when somebody asks for it. */
@NullMarked
package io.alignemulator.save;

import org.jspecify.annotations.NullMarked;
