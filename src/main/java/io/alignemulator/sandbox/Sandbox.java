package io.alignemulator.sandbox;

import io.alignemulator.access.Tokens;
import io.alignemulator.sandbox.faults.Faults;
import io.alignemulator.sandbox.journal.Journal;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A site under test: the world at this moment and what it was seeded with, its settings, its clock, its rate limiter, its faults, its journal, its snapshots. All state of a site lives here, and a
 * reset brings all of it back.
 */
public final class Sandbox {

    /**
     * What a write, a snapshot or a reset exchanges as a whole.
     *
     * @param tokens the tokens of the site's users
     * @param settings the site's settings; those of the server as a whole are read elsewhere
     */
    public record State(World world, Tokens tokens, Settings settings) {}

    /**
     * The outcome of a write.
     *
     * @param world the world that the write made
     * @param result what the writer wants to know
     */
    public record Written<T>(World world, T result) {}

    /**
     * What a sandbox is called and how long it lives.
     *
     * @param key stands in the tokens that the sandbox issues; empty for the one that needs none
     * @param timeToLive by the sandbox's own clock; empty for ever
     */
    public record Identity(String name, String key, Optional<Duration> timeToLive) {}

    private final Object saving = new Object();
    private final Identity identity;
    private final State seed;
    private final AtomicReference<State> state;
    private final Clock clock;
    private final RateLimiter limiter;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Snapshots snapshots;
    private final Instant created;
    private final Optional<SandboxStore> keeper;

    /** A sandbox that begins with its seed and is kept nowhere. */
    public Sandbox(Identity identity, State seed, Clock clock) {
        this(identity, new Baseline(seed, clock), Optional.empty());
    }

    /** A new sandbox. */
    Sandbox(Identity identity, Baseline beginning, Optional<SandboxStore> keeper) {
        this(
                identity,
                beginning.state(),
                beginning.state(),
                beginning.clock(),
                beginning.clock().now(),
                keeper);
        beginning.faults().forEach(faults::add);
        faults.begin();
    }

    /** A sandbox that goes on with another state than its seed. */
    Sandbox(Identity identity, State seed, State now, Clock clock, Instant created, Optional<SandboxStore> keeper) {
        this.identity = identity;
        this.seed = seed;
        this.state = new AtomicReference<>(now);
        this.clock = clock;
        this.limiter = new RateLimiter(clock, RateLimit.of(now.settings()));
        this.created = created;
        this.keeper = keeper;
        this.snapshots = new Snapshots(
                snapshot -> keeper.ifPresent(k -> join(k.kept(this, snapshot))),
                name -> keeper.ifPresent(k -> join(k.forgotten(this, name))));
    }

    public Identity identity() {
        return identity;
    }

    public String name() {
        return identity.name();
    }

    /** When it began, by its own clock. */
    public Instant created() {
        return created;
    }

    public State seed() {
        return seed;
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

    public Journal journal() {
        return journal;
    }

    public Faults faults() {
        return faults;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    /** Whether its time to live is over. */
    public boolean isExpired() {
        return identity.timeToLive()
                .filter(life -> !clock.now().isBefore(created.plus(life)))
                .isPresent();
    }

    /**
     * Makes a write: the attempt computes another world from the present one. When a different write came first the attempt is made again on what that one left, so nothing
     * is ever lost and nothing ever half written. An attempt that throws leaves the world as it is.
     */
    public <T> T write(Function<World, Written<T>> attempt) {
        while (true) {
            State before = state();
            World world = keeper.isPresent() ? before.world().marked() : before.world();
            Written<T> written = attempt.apply(world);
            State after = new State(written.world(), before.tokens(), before.settings());
            Optional<CompletableFuture<Void>> saved = exchanged(before, after);
            if (saved.isPresent()) {
                join(saved.get());
                return written.result();
            }
        }
    }

    /** Exchanges the state after a write; empty when another one came first. What is saved is saved in the order of the exchanges. */
    private Optional<CompletableFuture<Void>> exchanged(State before, State after) {
        if (keeper.isEmpty()) {
            return state.compareAndSet(before, after) ? Optional.of(nothingToSave()) : Optional.empty();
        }
        synchronized (saving) {
            return state.compareAndSet(before, after) ? Optional.of(keeper.get().wrote(this, after)) : Optional.empty();
        }
    }

    private static CompletableFuture<Void> nothingToSave() {
        return CompletableFuture.completedFuture(null);
    }

    private static void join(CompletableFuture<Void> saved) {
        try {
            saved.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Exchanges the whole state; the change may be asked again when a write came first, and one that throws changes nothing. */
    public void change(UnaryOperator<State> change) {
        State after;
        CompletableFuture<Void> saved = nothingToSave();
        State before;
        synchronized (saving) {
            before = state.getAndUpdate(change);
            after = state();
            if (keeper.isPresent()) {
                saved = keeper.get().exchanged(this, after);
            }
        }
        follow(before.settings(), after.settings());
        join(saved);
    }

    /** Exchanges the tokens, whatever writes come at the same time. */
    public void tokens(UnaryOperator<Tokens> other) {
        change(before -> new State(before.world(), other.apply(before.tokens()), before.settings()));
    }

    /** Changes the site's settings; a changed rate limit begins to count anew. */
    public void settings(UnaryOperator<Settings> other) {
        change(before -> new State(before.world(), before.tokens(), other.apply(before.settings())));
    }

    /** Brings back a state that was kept. */
    public void restore(State kept) {
        change(before -> kept);
    }

    /** Notes what of the clock is kept. */
    public void clockTurned() {
        if (keeper.isPresent()) {
            change(before -> before);
        }
    }

    private void follow(Settings before, Settings after) {
        Optional<RateLimit> limit = RateLimit.of(after);
        if (!limit.equals(RateLimit.of(before))) {
            limiter.limit(limit);
        }
    }

    /** Back to the beginning: records, tokens, settings, faults, counted calls and blocks, the clock; without journal and snapshots. */
    public void reset() {
        clock.reset();
        faults.reset();
        journal.clear();
        snapshots.clear();
        change(before -> seed);
        limiter.limit(RateLimit.of(seed.settings()));
    }
}
