package io.alignemulator.sandbox;

import java.time.Duration;

/**
 * The times of one address's counted calls within the last window: a ring that grows with the traffic to the limit's
 * number of calls at most. Not safe for threads; times (milliseconds) never go back.
 */
final class CallHistory {
    private static final int FIRST_CAPACITY = 4;

    private long[] times;
    private int first;
    private int size;
    private long blockedUntil = Long.MIN_VALUE;

    CallHistory(int calls) {
        times = new long[Math.min(FIRST_CAPACITY, calls)];
    }

    /** Makes a call: 0 when it is allowed, else the milliseconds until the block ends. */
    long call(long now, RateLimit limit) {
        boolean blocked = now < blockedUntil;
        if (!blocked) {
            forgetUntil(now - limit.window().toMillis());
        }
        boolean oneTooMany = !blocked && size == limit.calls();
        if (oneTooMany || (blocked && limit.blockExtends())) {
            blockedUntil = now + limit.block().toMillis();
        }
        if (blocked || oneTooMany) {
            return blockedUntil - now;
        }
        record(now, limit.calls());
        return 0;
    }

    /** How many calls count at the time. */
    int count(long now, RateLimit limit) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += times[(first + i) % times.length] > now - limit.window().toMillis() ? 1 : 0;
        }
        return count;
    }

    /** How long the block still lasts. */
    Duration blocked(long now) {
        return now < blockedUntil ? Duration.ofMillis(blockedUntil - now) : Duration.ZERO;
    }

    void block(long now, RateLimit limit) {
        blockedUntil = now + limit.block().toMillis();
    }

    /** Whether nothing is left that could matter to a later call. */
    boolean isIdle(long now, RateLimit limit) {
        return now >= blockedUntil
                && (size == 0 || latest() <= now - limit.window().toMillis());
    }

    int capacity() {
        return times.length;
    }

    private long latest() {
        return times[(first + size - 1) % times.length];
    }

    /** A call at the given time is exactly one window old: it no longer counts. */
    private void forgetUntil(long time) {
        while (size > 0 && times[first] <= time) {
            first = (first + 1) % times.length;
            size--;
        }
    }

    private void record(long now, int calls) {
        if (size == times.length) {
            grow(calls);
        }
        times[(first + size) % times.length] = now;
        size++;
    }

    private void grow(int calls) {
        int capacity = (int) Math.min(calls, 2L * times.length);
        long[] grown = new long[capacity];
        System.arraycopy(times, first, grown, 0, times.length - first);
        System.arraycopy(times, 0, grown, times.length - first, first);
        times = grown;
        first = 0;
    }
}
