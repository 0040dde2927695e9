package io.alignemulator.client;

import io.alignemulator.protocol.RateLimitChange;
import io.alignemulator.protocol.RateLimitState;
import java.util.List;

/** The rate limit of a sandbox. */
public final class SandboxRateLimit {

    private static final String PATH = "/rate-limit";

    private final ControlApi api;

    SandboxRateLimit(ControlApi api) {
        this.api = api;
    }

    private RateLimitState state() {
        return api.get(PATH, RateLimitState.class);
    }

    private void change(RateLimitChange change) {
        api.send("PUT", PATH, change);
    }

    /** The limit in force, as {@code calls/seconds:seconds of the block}, or {@code off}. */
    public String limit() {
        return state().limit();
    }

    /** What is remembered of each address. */
    public List<RateLimitState.Address> addresses() {
        return state().addresses();
    }

    /** Sets other numbers, e.g. {@code 10/60:60}, or {@code off}. */
    public void set(String limit) {
        change(RateLimitChange.limit(limit));
    }

    /** Blocks an address now, as if it had made one call too many. */
    public void block(String address) {
        change(RateLimitChange.block(address));
    }

    /** Forgets the calls and the block of an address. */
    public void unblock(String address) {
        change(RateLimitChange.unblock(address));
    }

    /** Forgets all calls and blocks. */
    public void reset() {
        api.send("DELETE", PATH, null);
    }
}
