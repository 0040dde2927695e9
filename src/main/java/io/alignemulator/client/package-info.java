/**
 * The emulator as a test sees it: sandboxes with their clock, limit, faults, journal and records, over the control API. The same for a server in this process, a started jar
 * and a container, so a test goes from one to the other by one line. Knows nothing of the other rooms and no types but the JDK's.
 */
@NullMarked
package io.alignemulator.client;

import org.jspecify.annotations.NullMarked;
