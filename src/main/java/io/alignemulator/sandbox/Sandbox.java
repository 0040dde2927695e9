package io.alignemulator.sandbox;

import io.alignemulator.access.Tokens;
import io.alignemulator.world.World;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A site under test: the world at this moment and what it was seeded with, its clock and its rate limiter. All state of a site lives here. */
public final class Sandbox {

    /**
     * What a reset brings back.
     *
     * @param tokens the tokens of the site's users
     */
    public record State(World world, Tokens tokens) {}

    /**
     * The outcome of a write.
     *
     * @param world the world that the write made
     * @param result what the writer wants to know
     */
    public record Written<T>(World world, T result) {}

    private final State seed;
    private final AtomicReference<State> state;
    private final Clock clock;
    private final RateLimiter limiter;

    public Sandbox(State seed, Clock clock, RateLimiter limiter) {
        this.seed = seed;
        this.state = new AtomicReference<>(seed);
        this.clock = clock;
        this.limiter = limiter;
    }

    public State state() {
        return Objects.requireNonNull(state.get());
    }

    public Clock clock() {
        return clock;
    }

    public RateLimiter limiter() {
        return limiter;
    }

    /**
     * Makes a write: the attempt computes another world from the present one. When a different write came first the attempt is made again on what that one left, so nothing
     * is ever lost and nothing ever half written. An attempt that throws leaves the world as it is.
     */
    public <T> T write(Function<World, Written<T>> attempt) {
        while (true) {
            State before = state();
            Written<T> written = attempt.apply(before.world());
            if (state.compareAndSet(before, new State(written.world(), before.tokens()))) {
                return written.result();
            }
        }
    }

    /** Exchanges the tokens, whatever writes come at the same time. */
    public void tokens(UnaryOperator<Tokens> change) {
        state.updateAndGet(before -> new State(before.world(), change.apply(before.tokens())));
    }

    /** Back to the seed: records, tokens, blocked addresses. */
    public void reset() {
        state.set(seed);
        limiter.reset();
    }
}
