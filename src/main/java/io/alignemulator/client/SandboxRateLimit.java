package io.alignemulator.client;

import java.util.List;
import java.util.Map;

/** The rate limit of a sandbox. */
public final class SandboxRateLimit {

    private final ControlApi api;

    SandboxRateLimit(ControlApi api) {
        this.api = api;
    }

    /** The limit in force, as {@code calls/seconds:seconds of the block}, or {@code off}. */
    public String limit() {
        return String.valueOf(api.object("GET", "/rate-limit", null).get("limit"));
    }

    /** What is remembered of each address. */
    public List<?> addresses() {
        return api.object("GET", "/rate-limit", null).get("addresses") instanceof List<?> list ? list : List.of();
    }

    /** Sets other numbers, e.g. {@code 10/60:60}, or {@code off}. */
    public void set(String limit) {
        api.object("PUT", "/rate-limit", Map.of("limit", limit));
    }

    /** Blocks an address now, as if it had made one call too many. */
    public void block(String address) {
        api.object("PUT", "/rate-limit", Map.of("block", address));
    }

    /** Forgets the calls and the block of an address. */
    public void unblock(String address) {
        api.object("PUT", "/rate-limit", Map.of("unblock", address));
    }

    /** Forgets all calls and blocks. */
    public void reset() {
        api.send("DELETE", "/rate-limit", null);
    }
}
