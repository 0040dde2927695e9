package io.alignemulator.http.pages;

import io.alignemulator.sandbox.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How many calls of the API were answered how, and how long that took. For any number of threads. */
public final class CallFigures {

    /** Methods that are counted under their own name; a client makes up as many others as it likes. */
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");

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

    /**
     * Counts a call that was answered.
     *
     * @param status 0 when the connection was closed instead
     * @param since when the call came, by {@link Clock#ticks()}
     */
    public void count(String method, int status, long since) {
        Tally tally = tallies.computeIfAbsent(
                        METHODS.contains(method) ? method : "other", name -> new ConcurrentHashMap<>())
                .computeIfAbsent(status, code -> new Tally());
        tally.calls.increment();
        tally.nanos.add(Clock.ticks() - since);
    }

    /** A call was refused because its address made too many. */
    public void blocked() {
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
