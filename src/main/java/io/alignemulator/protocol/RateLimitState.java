package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.time.Duration;
import java.util.List;

/** The rate limit of a site and what it remembers. */
@Doc("The rate limit of a site and what it remembers")
public record RateLimitState(
        @Doc("calls/seconds:seconds of the block, or off") String limit,
        @Doc("What is remembered of each address") List<Address> addresses) {

    public RateLimitState {
        addresses = Limits.list(addresses);
    }

    /** What is remembered of an address. */
    @Doc("What is remembered of an address")
    public record Address(
            @Doc("Of the client") String address,
            @Doc("That count against the limit now") int calls,
            @Doc("Whether its calls are answered 429") boolean blocked,
            @Doc("For how long still; PT0S for not at all") Duration blockedFor) {}
}
