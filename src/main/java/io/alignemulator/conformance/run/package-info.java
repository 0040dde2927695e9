/** Sets a client to work, in this process or as a command, each scenario in a sandbox of its own, and collects what comes of it. */
@NullMarked
package io.alignemulator.conformance.run;

import org.jspecify.annotations.NullMarked;
