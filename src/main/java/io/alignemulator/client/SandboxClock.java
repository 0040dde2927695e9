package io.alignemulator.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The time of a sandbox: stamps, the rate limit, the journal and the time to live go by it. */
public final class SandboxClock {

    private final ControlApi api;

    SandboxClock(ControlApi api) {
        this.api = api;
    }

    /** The time it shows. */
    public Instant now() {
        return Instant.parse(String.valueOf(api.object("GET", "/clock", null).get("now")));
    }

    /** Moves it forward, so that nobody has to wait. */
    public void advance(Duration duration) {
        api.object("PUT", "/clock", Map.of("advance", duration.toString()));
    }

    /** Sets it; it runs on from there unless it stands still. */
    public void set(Instant instant) {
        api.object("PUT", "/clock", Map.of("set", instant.toString()));
    }

    /** Sets it, and lets it stand still there. */
    public void freezeAt(Instant instant) {
        api.object("PUT", "/clock", Map.of("set", instant.toString(), "frozen", true));
    }

    /** Stops it. */
    public void freeze() {
        api.object("PUT", "/clock", Map.of("frozen", true));
    }

    /** Lets it run on. */
    public void resume() {
        api.object("PUT", "/clock", Map.of("frozen", false));
    }
}
