package io.alignemulator.sandbox.faults;

import io.alignemulator.protocol.faults.Effect;

/**
 * A call that a fault acts on.
 *
 * @param faultId which fault
 * @param number of the call among those that the fault counts; 0 for a call whose credential it had ended before
 */
public record Hit(long faultId, Effect effect, long number) {}
