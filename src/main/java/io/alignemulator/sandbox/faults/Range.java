package io.alignemulator.sandbox.faults;

import java.time.Duration;

/** Checks of values that an effect is made of. */
final class Range {

    static final Duration SHORTEST = Duration.ofMillis(1);

    private Range() {}

    /** Whether it is in whole milliseconds, one at least. */
    static boolean isWithin(Duration duration, Duration longest) {
        return duration.compareTo(SHORTEST) >= 0
                && duration.compareTo(longest) <= 0
                && duration.equals(Duration.ofMillis(duration.toMillis()));
    }

    static void require(boolean isRight, String message) {
        if (!isRight) {
            throw new IllegalArgumentException(message);
        }
    }
}
