package io.alignemulator.sandbox;

import io.alignemulator.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of each address and refuses those that make too many. Rules RATE. The call
 * that is one too many within any window is the first refused, and the block lasts from it; refused calls do not count.
 * Calls exactly one window apart share no window.
 *
 * <p>Exact: each address keeps the times of its counted calls of the last window, and one lock orders everybody's calls
 * by the clock. Bounded: addresses with nothing to remember are dropped, the oldest first, and beyond
 * {@value #MAX_ADDRESSES} addresses the one that has been silent longest is forgotten, its block included. When the
 * clock is set back, all is forgotten: those calls have not happened yet. Another limit is another limiter.
 */
public final class RateLimiter {
    static final int MAX_ADDRESSES = 100_000;

    /** More than one, so that the silent addresses of a burst disappear faster than new ones come. */
    private static final int DROPPED_PER_CALL = 2;

    private final Clock clock;
    private final @Nullable RateLimit limit;

    /** In the order of the last call. */
    private final Map<String, CallHistory> addresses = new LinkedHashMap<>(16, 0.75f, true);

    private long latest = Long.MIN_VALUE;

    /** Whether a call may go on. */
    public sealed interface Verdict {
        /** Whether it may. */
        default boolean isAllowed() {
            return this instanceof Allowed;
        }

        /** The call goes on and is counted. */
        record Allowed() implements Verdict {}

        /**
         * The call is refused.
         *
         * @param remaining until the block ends, positive
         */
        record Blocked(Duration remaining) implements Verdict {}
    }

    /** A limiter that has seen nothing, with the limit that a site's settings ask for. */
    static RateLimiter of(Settings settings, Clock clock) {
        return new RateLimiter(clock, RateLimit.of(settings));
    }

    /** A limiter that has seen nothing; without a limit it allows everything and keeps nothing. */
    public RateLimiter(Clock clock, Optional<RateLimit> limit) {
        this.clock = clock;
        this.limit = limit.orElse(null);
    }

    /** Judges one call of an address at the clock's time, and counts it if it is allowed. */
    public Verdict check(String address) {
        RateLimit rate = limit;
        return rate == null ? new Verdict.Allowed() : check(address, rate);
    }

    /** The limit in force; empty when there is none. */
    public Optional<RateLimit> limit() {
        return Optional.ofNullable(limit);
    }

    /**
     * What is remembered of one address.
     *
     * @param calls counted within the last window
     * @param blocked how long it is still refused; zero when it is not
     */
    public record AddressState(String address, int calls, Duration blocked) {}

    /** The addresses that a later call may be judged by, those silent longest first. */
    public synchronized List<AddressState> states() {
        RateLimit rate = limit;
        long now = clock.millis();
        List<AddressState> states = new ArrayList<>();
        if (rate != null && now >= latest) {
            addresses.forEach((address, history) -> {
                if (!history.isIdle(now, rate)) {
                    states.add(new AddressState(address, history.count(now, rate), history.blocked(now)));
                }
            });
        }
        return states;
    }

    /** Starts a block now, as if the address had made one call too many; does nothing where there is no limit. */
    public synchronized void block(String address) {
        RateLimit rate = limit;
        if (rate != null) {
            latest = clock.millis();
            addresses
                    .computeIfAbsent(address, unseen -> new CallHistory(rate.calls()))
                    .block(latest, rate);
        }
    }

    /** Forgets the calls and the block of an address. */
    public synchronized void forget(String address) {
        addresses.remove(address);
    }

    synchronized int size() {
        return addresses.size();
    }

    private synchronized Verdict check(String address, RateLimit rate) {
        // Read inside the lock: the order of calls is then the order of their times.
        long now = clock.millis();
        if (now < latest) {
            addresses.clear();
        }
        latest = now;
        dropIdle(now, rate);
        CallHistory history = addresses.computeIfAbsent(address, unseen -> new CallHistory(rate.calls()));
        if (addresses.size() > MAX_ADDRESSES) {
            removeEldest();
        }
        long remaining = history.call(now, rate);
        return remaining == 0 ? new Verdict.Allowed() : new Verdict.Blocked(Duration.ofMillis(remaining));
    }

    private void dropIdle(long now, RateLimit rate) {
        Iterator<CallHistory> eldest = addresses.values().iterator();
        for (int i = 0;
                i < DROPPED_PER_CALL && eldest.hasNext() && eldest.next().isIdle(now, rate);
                i++) {
            eldest.remove();
        }
    }

    private void removeEldest() {
        Iterator<CallHistory> eldest = addresses.values().iterator();
        eldest.next();
        eldest.remove();
    }
}
