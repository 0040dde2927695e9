package io.alignemulator.client;

import io.alignemulator.protocol.ClockChange;
import io.alignemulator.protocol.ClockState;
import java.time.Duration;
import java.time.Instant;

/** The time of a sandbox: stamps, the rate limit, the journal and the time to live go by it. */
public final class SandboxClock {

    private static final String PATH = "/clock";

    private final ControlApi api;

    SandboxClock(ControlApi api) {
        this.api = api;
    }

    /** The time it shows. */
    public Instant now() {
        return state().now();
    }

    /** The time it shows, and whether it stands still. */
    public ClockState state() {
        return api.get(PATH, ClockState.class);
    }

    private void change(ClockChange change) {
        api.send("PUT", PATH, change);
    }

    /** Moves it forward, so that nobody has to wait. */
    public void advance(Duration duration) {
        change(ClockChange.advance(duration));
    }

    /** Sets it; it runs on from there unless it stands still. */
    public void set(Instant instant) {
        change(ClockChange.set(instant));
    }

    /** Sets it, and lets it stand still there. */
    public void freezeAt(Instant instant) {
        change(ClockChange.set(instant).andFreeze());
    }

    /** Stops it. */
    public void freeze() {
        change(ClockChange.frozen(true));
    }

    /** Lets it run on. */
    public void resume() {
        change(ClockChange.frozen(false));
    }
}
