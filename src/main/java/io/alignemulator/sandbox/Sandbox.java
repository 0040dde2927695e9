package io.alignemulator.sandbox;

import io.alignemulator.access.Tokens;
import io.alignemulator.sandbox.Snapshots.Snapshot;
import io.alignemulator.sandbox.faults.Faults;
import io.alignemulator.sandbox.journal.Journal;
import io.alignemulator.sandbox.journal.JournalSpace;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A site under test: one reference to its state, which writes, changes and a reset exchange ({@link StateExchange}), and the journal beside it. Nothing else of a sandbox ever changes.
 */
public final class Sandbox {

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
     * @param labels what whoever made it wrote on it, to find it by
     */
    public record Identity(String name, String key, Optional<Duration> timeToLive, Map<String, String> labels) {

        public Identity {
            labels = Map.copyOf(labels);
        }

        /** Without labels. */
        public Identity(String name, String key, Optional<Duration> timeToLive) {
            this(name, key, timeToLive, Map.of());
        }
    }

    private final Identity identity;
    private final Instant created;
    private final Baseline baseline;
    private final Optional<SandboxStore> store;
    private final Journal journal;

    private final StateExchange state;

    /** A sandbox that begins with its baseline and is kept nowhere. */
    public Sandbox(Identity identity, Baseline baseline) {
        this(identity, baseline, Optional.empty(), new JournalSpace(Long.MAX_VALUE));
    }

    /** A new sandbox. */
    Sandbox(Identity identity, Baseline baseline, Optional<SandboxStore> store, JournalSpace space) {
        this(identity, baseline.clock().now(), baseline, baseline.begin(baseline.clock()), store, space);
    }

    /** A sandbox that goes on with another state than that of its beginning. */
    Sandbox(
            Identity identity,
            Instant created,
            Baseline baseline,
            SiteState now,
            Optional<SandboxStore> store,
            JournalSpace space) {
        this.journal = new Journal(space);
        this.identity = identity;
        this.created = created;
        this.baseline = baseline;
        this.state = new StateExchange(now);
        this.store = store;
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

    /** What it began with. */
    public SiteContent seed() {
        return baseline.content();
    }

    /** Everything at this moment. A call takes it once, so that what it counts is of the life that it came in. */
    public SiteState state() {
        return state.now();
    }

    public Clock clock() {
        return state().clock();
    }

    public RateLimiter limiter() {
        return state().limiter();
    }

    public Faults faults() {
        return state().faults();
    }

    public Snapshots snapshots() {
        return state().snapshots();
    }

    public Journal journal() {
        return journal;
    }

    /** When a call came last, by its own clock; when it began, if none did since the start of the server. */
    public Instant lastUsed() {
        return journal.lastUsed().orElse(created);
    }

    /** Notes that a call came. */
    public void used() {
        journal.used(clock().now());
    }

    /** Whether its time to live is over. */
    public boolean isExpired() {
        Duration age = Duration.between(created, clock().now());
        return identity.timeToLive().filter(life -> age.compareTo(life) >= 0).isPresent();
    }

    /** When its time to live is over, by its own clock; empty for never. */
    public Optional<Instant> expires() {
        return identity.timeToLive()
                .filter(life -> life.compareTo(Duration.between(created, Instant.MAX)) < 0)
                .map(created::plus);
    }

    /**
     * Makes a write: the attempt computes another world from the present one, which is marked. When a different write came first the attempt is made again on what that one left, so nothing
     * is ever lost and nothing ever half written; the fourth attempt is made while the others wait. An attempt that throws leaves the world as it is.
     */
    public <T> T write(Function<World, Written<T>> attempt) {
        AtomicReference<Written<T>> written = new AtomicReference<>();
        StateExchange.Made made = state.exchange(
                StateExchange.SHORT,
                before -> {
                    Written<T> next = attempt.apply(before.world().marked());
                    written.set(next);
                    // a store asks what was touched; for nobody else the next write finds its world marked already
                    return before.with(
                            store.isPresent() ? next.world() : next.world().marked());
                },
                StateExchange.Rebase.NEVER,
                (before, after) -> store.map(keeping -> keeping.wrote(identity, after.world()))
                        .orElseGet(Sandbox::saved));
        join(made.saved());
        return Objects.requireNonNull(written.get()).result();
    }

    private static CompletableFuture<Void> saved() {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Waits until something is saved.
     *
     * @throws NotSavedException when it is not
     */
    static void join(CompletableFuture<Void> saved) {
        try {
            saved.join();
        } catch (CompletionException e) {
            throw new NotSavedException(Optional.ofNullable(e.getCause()).orElse(e));
        }
    }

    /** Exchanges everything at once and returns what was before; asked again when a write came first. A change that throws changes nothing. */
    private SiteState exchange(UnaryOperator<SiteState> change) {
        return exchange(change, StateExchange.Rebase.NEVER);
    }

    private SiteState exchange(UnaryOperator<SiteState> change, StateExchange.Rebase rebase) {
        StateExchange.Made made = state.exchange(StateExchange.LONG, change, rebase, (before, after) -> store.map(
                        keeping -> keeping.exchanged(identity, created, before, after))
                .orElseGet(Sandbox::saved));
        join(made.saved());
        return made.before();
    }

    /** Exchanges the contents; the change may be asked again when a write came first, and one that throws changes nothing. A changed rate limit begins to count anew. */
    public void change(UnaryOperator<SiteContent> change) {
        exchange(before -> before.with(change.apply(before.content())));
    }

    /**
     * Exchanges the contents by a change that takes long.
     *
     * @param merge the world after the change where writes came first, made of the world that the change began with, what it made of it, and what the writes made of it; empty where the
     *     change has to be computed again
     */
    public void change(UnaryOperator<SiteContent> change, Merge merge) {
        exchange(
                before -> before.with(change.apply(before.content())),
                (before, after, now) -> before.tokens() == now.tokens() && before.settings() == now.settings()
                        ? merge.of(before.world(), after.world(), now.world())
                                .map(world -> now.with(after.content().with(world)))
                        : Optional.empty());
    }

    /** Three worlds make one, or none. */
    @FunctionalInterface
    public interface Merge {

        Optional<World> of(World base, World changed, World now);
    }

    /** Exchanges the tokens, whatever writes come at the same time. */
    public void tokens(UnaryOperator<Tokens> other) {
        change(before -> before.with(other.apply(before.tokens())));
    }

    /** Changes the site's settings; a changed rate limit begins to count anew. */
    public void settings(UnaryOperator<Settings> other) {
        change(before -> before.with(other.apply(before.settings())));
    }

    /** Brings back contents that were kept. */
    public void restore(SiteContent kept) {
        change(before -> kept);
    }

    /** Keeps the contents of now under a name, in place of what the name stood for. */
    public Snapshot keep(String name) {
        AtomicReference<Snapshot> kept = new AtomicReference<>();
        exchange(before -> {
            Snapshot snapshot = new Snapshot(name, before.clock().now(), before.content());
            kept.set(snapshot);
            return before.with(before.snapshots().with(snapshot));
        });
        return Objects.requireNonNull(kept.get());
    }

    /** Forgets a snapshot; whether there was one of that name. */
    public boolean forget(String snapshot) {
        SiteState before = exchange(now -> now.with(now.snapshots().without(snapshot)));
        return before.snapshots().get(snapshot).isPresent();
    }

    /** Forgets all counted calls and blocks. */
    public void forgetCalls() {
        exchange(SiteState::uncounted);
    }

    /** Notes what of the clock is kept. */
    public void clockTurned() {
        if (store.isPresent()) {
            exchange(before -> before);
        }
    }

    /** Back to the beginning, all of the state in one exchange, and an empty journal. */
    public void reset() {
        exchange(before -> baseline.begin(baseline.clock().fresh()));
        journal.clear();
    }
}
