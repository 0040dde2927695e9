package io.alignemulator.http;

import io.alignemulator.sandbox.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How many calls of the API were answered how, and how long that took. For any number of threads. */
final class CallFigures {

    /** Methods that are counted under their own name; a client makes up as many others as it likes. */
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");

    /** Statuses have three digits; 0 is a connection that was closed instead. */
    private static final int STATUSES = 1_000;

    /** Calls of one method with one status. */
    static final class Tally {
        private final LongAdder calls = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        long calls() {
            return calls.sum();
        }

        long nanos() {
            return nanos.sum();
        }
    }

    private final ConcurrentMap<String, ConcurrentMap<Integer, Tally>> tallies = new ConcurrentHashMap<>();
    private final LongAdder blocked = new LongAdder();

    /** What {@link #count} is given. */
    static long begin() {
        return Clock.ticks();
    }

    void count(String method, int status, long since) {
        Tally tally = tallies.computeIfAbsent(
                        METHODS.contains(method) ? method : "other", name -> new ConcurrentHashMap<>())
                .computeIfAbsent(Math.floorMod(status, STATUSES), code -> new Tally());
        tally.calls.increment();
        tally.nanos.add(Clock.ticks() - since);
    }

    /** A call was refused because its address made too many. */
    void blocked() {
        blocked.increment();
    }

    /** How many were. */
    LongAdder allBlocked() {
        return blocked;
    }

    /** By method and status. */
    Map<String, ? extends Map<Integer, Tally>> all() {
        return tallies;
    }
}
