/**
 * The emulator as a test sees it: sandboxes with their clock, limit, faults, journal and records, over the control API. The same for a server in this process, a started jar
 * and a container, so a test goes from one to the other by one line. Knows no other room but the words of the protocol.
 */
@NullMarked
package io.alignemulator.client;

import org.jspecify.annotations.NullMarked;
