/**
 * What a client under judgement is and does: the adapter that its author writes, and the tasks that it is given. The rooms inside judge it: {@code judge} knows what can be said of a
 * client, {@code suite} the requirements and scenarios, which are data, {@code report} the verdicts, {@code run} how a client is set to work. All see the emulator as tests do, through
 * {@link io.alignemulator.client}, so they judge on any emulator.
 */
@NullMarked
package io.alignemulator.conformance;

import org.jspecify.annotations.NullMarked;
