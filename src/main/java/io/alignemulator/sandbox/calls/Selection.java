package io.alignemulator.sandbox.calls;

import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.wording.Reason;
import java.util.Optional;

/**
 * Which of the calls that a matcher accepts are hit, by their number: the calls that meet the other conditions are counted from 1, in the order in which they
 * come. All conditions hold together. Whether a number is chosen follows from these values alone, so the set of chosen numbers is the same at every run, whatever the order of
 * threads and whatever other faults there are.
 *
 * @param nth the only number; 0 for any
 * @param from the first number
 * @param times how many numbers at most; {@link Long#MAX_VALUE} for any
 * @param probability that a number is chosen: more than 0, at most 1
 * @param seed of the choice
 */
public record Selection(long nth, long from, long times, double probability, long seed) {

    /** Every call. */
    public static final Selection EVERY = new Selection(0, 1, Long.MAX_VALUE, 1, 1);

    /** Of a probability without one. */
    public static final long DEFAULT_SEED = 1;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /**
     * Checks the values; a seed that decides nothing is the default one.
     *
     * @throws IllegalArgumentException when one is out of range
     */
    public Selection {
        if (nth < 0 || from < 1 || times < 1 || !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("nth, from and times count from 1 and a probability is more than 0 and"
                    + " at most 1, not " + nth + ", " + from + ", " + times + ", " + probability);
        }
        seed = probability == 1 ? DEFAULT_SEED : seed;
    }

    /** What a matcher says. */
    public static Selection of(CallMatcher matcher) {
        return new Selection(
                matcher.nth().orElse(EVERY.nth),
                matcher.from().map(from -> from.number().orElse(EVERY.from)).orElse(EVERY.from),
                matcher.times().orElse(EVERY.times),
                matcher.probability().orElse(EVERY.probability),
                matcher.seed().orElse(DEFAULT_SEED));
    }

    /**
     * Whether a call is chosen.
     *
     * @param number of the call, from 1
     * @param chosen how many of the numbers before were chosen
     */
    public boolean chooses(long number, long chosen) {
        return (nth == 0 || number == nth) && number >= from && chosen < times && isDrawn(number);
    }

    /** What {@link #nth} would have to be, where no number is ever chosen. */
    public Optional<Reason> impossible() {
        if (nth > 0 && nth < from) {
            return Optional.of(Reason.not("a call that 'from' lets through").because("the first is " + from));
        }
        return nth > 0 && !isDrawn(nth)
                ? Optional.of(Reason.not("a call that probability " + probability + " with seed " + seed + " chooses"))
                : Optional.empty();
    }

    private boolean isDrawn(long number) {
        return (mixed(mixed(seed) + number * GOLDEN_RATIO) >>> 11) * 0x1p-53 < probability;
    }

    /** The finishing step of the generator SplitMix64: every bit of the input decides on every bit of the output. */
    private static long mixed(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
