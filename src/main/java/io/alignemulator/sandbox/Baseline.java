package io.alignemulator.sandbox;

import io.alignemulator.sandbox.faults.Faults;
import io.alignemulator.sandbox.faults.PreparedFault;
import java.util.List;

/**
 * What a sandbox begins with, and a reset brings back.
 *
 * @param clock of the first life of the sandbox; later ones have a clock that begins like it
 * @param faults none that another one leaves nothing to do
 */
public record Baseline(SiteContent content, Clock clock, List<PreparedFault> faults) {

    public Baseline {
        faults = List.copyOf(faults);
    }

    /** Without faults. */
    public Baseline(SiteContent content, Clock clock) {
        this(content, clock, List.of());
    }

    /** The same with all records taken as they are: nothing is a change yet. */
    Baseline asSeed() {
        return new Baseline(content.with(content.world().asSeed()), clock, faults);
    }

    /** The first state of a life of the sandbox: nothing counted, blocked, ended or kept. */
    SiteState begin(Clock running) {
        return new SiteState(
                content,
                running,
                RateLimiter.of(content.settings(), running),
                new Faults(faults),
                new Reliance(),
                Snapshots.NONE);
    }
}
