/** What the words of the control API are made of: their JSON, their bounds, their mistakes. */
@NullMarked
package io.alignemulator.protocol.json;

import org.jspecify.annotations.NullMarked;
