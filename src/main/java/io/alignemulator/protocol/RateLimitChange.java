package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import java.util.Optional;

/** Changes what the rate limit of a site is, or what it remembers. */
@Doc("Changes what the rate limit of a site is, or what it remembers")
public record RateLimitChange(
        @Doc(value = "calls/seconds:seconds of the block, or off", example = "\"10/60:60\"")
        Optional<String> limit,

        @Doc(value = "An address that is blocked now", example = "\"127.0.0.1\"")
        Optional<String> block,

        @Doc(value = "An address whose calls and block are forgotten", example = "\"127.0.0.1\"")
        Optional<String> unblock) {

    /** Other numbers. */
    public static RateLimitChange limit(String numbers) {
        return new RateLimitChange(Optional.of(numbers), Optional.empty(), Optional.empty());
    }

    /** Blocks an address now. */
    public static RateLimitChange block(String address) {
        return new RateLimitChange(Optional.empty(), Optional.of(address), Optional.empty());
    }

    /** Forgets an address. */
    public static RateLimitChange unblock(String address) {
        return new RateLimitChange(Optional.empty(), Optional.empty(), Optional.of(address));
    }
}
