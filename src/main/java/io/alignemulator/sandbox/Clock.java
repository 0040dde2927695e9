package io.alignemulator.sandbox;

import io.alignemulator.protocol.json.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time of one sandbox, in milliseconds. It runs with the machine's monotonic clock from where it was set, or stands
 * still; a test moves it instead of waiting. Everything that needs time takes a clock: no other class asks the machine.
 *
 * <p>Safe for many threads. A reader never sees time go back, except by {@link #set}: a change first closes the state
 * that readers use, and only then reads the machine, so that a reader who was slow between its two looks at the state
 * asks again instead of answering a time later than the one the clock was frozen at.
 */
public final class Clock {
    /** The last time that a clock can be set to: what a date with a year of four digits can say. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final int NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier monotonic;
    private final Supplier<State> origin;
    private volatile State state;

    private enum Mode {
        RUNNING,
        FROZEN,
        CHANGING
    }

    /** The time was millis and nanos (below a millisecond) when the machine's monotonic clock stood at origin. */
    private record State(Mode mode, long millis, long nanos, long origin) {
        static final State CHANGING = new State(Mode.CHANGING, 0, 0, 0);

        @SuppressWarnings("JavaInstantGetSecondsGetNano") // the milliseconds stand beside the rest below them
        static State frozen(Instant instant) {
            return new State(
                    Mode.FROZEN,
                    instant.toEpochMilli(),
                    instant.getLong(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI,
                    0);
        }

        /** By hand: equals of a record is put together when it is first called, and a start would wait for that. */
        boolean isSame(State other) {
            return mode == other.mode && millis == other.millis && nanos == other.nanos && origin == other.origin;
        }

        State running(long origin) {
            return new State(Mode.RUNNING, millis, nanos, origin);
        }

        State frozenAt(long nanoTime) {
            return mode == Mode.FROZEN ? this : frozen(instantAt(nanoTime));
        }

        long millisAt(long nanoTime) {
            return mode == Mode.FROZEN ? millis : millis + (nanos + nanoTime - origin) / NANOS_PER_MILLI;
        }

        Instant instantAt(long nanoTime) {
            long passed = mode == Mode.FROZEN ? 0 : nanoTime - origin;
            return Instant.ofEpochMilli(millis).plusNanos(nanos).plusNanos(passed);
        }
    }

    private interface Change {
        State apply(State before, long nanoTime);
    }

    private Clock(Supplier<State> origin, LongSupplier monotonic) {
        this.origin = origin;
        this.state = origin.get();
        this.monotonic = monotonic;
    }

    /** A running clock over another monotonic clock than the machine's. */
    static Clock running(Instant start, LongSupplier monotonic) {
        return new Clock(() -> State.frozen(start).running(monotonic.getAsLong()), monotonic);
    }

    /** A running clock that begins with the machine's time; later corrections of the machine's time do not move it. */
    public static Clock system() {
        return new Clock(() -> State.frozen(Instant.now()).running(System.nanoTime()), System::nanoTime);
    }

    /**
     * A clock that stands still.
     *
     * @throws IllegalArgumentException outside the years 1 to 9999
     */
    public static Clock frozenAt(Instant instant) {
        State frozen = State.frozen(checked(instant));
        return new Clock(() -> frozen, System::nanoTime);
    }

    /** Nanoseconds of the machine, to be compared with each other: for figures of operation, which no test turns. */
    public static long ticks() {
        return System.nanoTime();
    }

    /** The time, truncated to milliseconds. */
    public Instant now() {
        return Instant.ofEpochMilli(millis());
    }

    /** The time in milliseconds since 1970; always what {@link #now()} says. */
    public long millis() {
        State seen = state;
        if (seen.mode == Mode.FROZEN) {
            return seen.millis;
        }
        long read = seen.millisAt(monotonic.getAsLong());
        return seen.mode == Mode.RUNNING && seen.isSame(state) ? read : settledMillis();
    }

    /** Whether the clock stands still. */
    public boolean frozen() {
        State seen = state;
        return (seen.mode == Mode.CHANGING ? settledState() : seen).mode == Mode.FROZEN;
    }

    /**
     * Moves the time forward; a running clock goes on running, a frozen one stays frozen.
     *
     * @throws IllegalArgumentException when the duration is negative or leads beyond the year 9999
     */
    public void advance(Duration duration) {
        Limits.require(!duration.isNegative(), "advance", duration, "a duration of PT0S or more, such as PT61S");
        change((before, nanoTime) -> moved(before, plus(before.instantAt(nanoTime), duration), nanoTime));
    }

    /**
     * Sets the time, also to an earlier one; a running clock goes on running, a frozen one stays frozen.
     *
     * @throws IllegalArgumentException outside the years 1 to 9999
     */
    public void set(Instant instant) {
        Instant target = checked(instant);
        change((before, nanoTime) -> moved(before, target, nanoTime));
    }

    /**
     * Sets the time and stops it, with nothing passing in between.
     *
     * @throws IllegalArgumentException outside the years 1 to 9999
     */
    public void freezeAt(Instant instant) {
        State target = State.frozen(checked(instant));
        change((before, nanoTime) -> target);
    }

    /** Stops the time where it is. */
    public void freeze() {
        change(State::frozenAt);
    }

    /** Lets the time run on from where it stands. */
    public void resume() {
        change((before, nanoTime) -> before.mode == Mode.FROZEN ? before.running(nanoTime) : before);
    }

    /** Another clock that begins as this one began: with the machine's time, or where it was frozen first. */
    public Clock fresh() {
        return new Clock(origin, monotonic);
    }

    private synchronized void change(Change change) {
        State before = state;
        State after = before;
        state = State.CHANGING;
        try {
            after = change.apply(before, monotonic.getAsLong());
        } finally {
            state = after;
        }
    }

    private synchronized State settledState() {
        return state;
    }

    private synchronized long settledMillis() {
        return state.millisAt(monotonic.getAsLong());
    }

    private static State moved(State before, Instant target, long nanoTime) {
        State standing = State.frozen(target);
        return before.mode == Mode.FROZEN ? standing : standing.running(nanoTime);
    }

    private static Instant plus(Instant instant, Duration duration) {
        // Compared before adding, which overflows for the longest durations.
        Limits.require(
                duration.compareTo(Duration.between(instant, LAST)) <= 0,
                "advance",
                duration,
                "a duration after which the clock shows " + LAST + " at most");
        return instant.plus(duration);
    }

    private static Instant checked(Instant instant) {
        Limits.time("set", instant);
        return instant;
    }
}
