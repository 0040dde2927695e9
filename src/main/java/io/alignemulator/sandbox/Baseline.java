package io.alignemulator.sandbox;

import io.alignemulator.sandbox.Sandbox.State;
import io.alignemulator.sandbox.faults.Fault;
import java.util.List;

/**
 * What a sandbox begins with, and a reset brings back.
 *
 * @param faults none that another one leaves nothing to do
 */
public record Baseline(State state, Clock clock, List<Fault> faults) {

    /** Without faults. */
    public Baseline(State state, Clock clock) {
        this(state, clock, List.of());
    }

    /** The same with all records taken as they are: nothing is a change yet. */
    Baseline asSeed() {
        return new Baseline(new State(state.world().asSeed(), state.tokens(), state.settings()), clock, faults);
    }
}
