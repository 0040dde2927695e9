package io.alignemulator.sandbox;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The one reference to the state of a sandbox, and the order in which one state takes the place of another. Whoever changes it computes the next state from the present one while others
 * do the same; who comes second computes again. That is fair to short changes only: who has lost some rounds computes while the others wait with theirs, so that a long one ends too.
 */
final class StateExchange {

    /** How many rounds a change may lose that takes no longer than most. */
    static final int SHORT = 3;

    /** How many rounds a change may lose that takes long, so that it takes no more than twice as long. */
    static final int LONG = 1;

    /** How often a change is brought up to what came meanwhile, which takes a moment each time. */
    private static final int REBASES = 8;

    /** What everybody sees: what is saved. */
    private final AtomicReference<SiteState> shown;

    /** What the next change goes on from: what is being saved. Back to what is shown when that fails. Changed under the lock. */
    private volatile SiteState latest;

    /** Held while one state takes the place of another, and what is saved is told in that order; fair, so that who waits for it long is the next. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /**
     * An exchange that was made.
     *
     * @param saved completes when it is safe and shown, or when it is neither
     */
    record Made(SiteState before, CompletableFuture<Void> saved) {}

    /** How a change that came second may still be made without computing it again. */
    @FunctionalInterface
    interface Rebase {

        /** No change can. */
        Rebase NEVER = (before, after, now) -> Optional.empty();

        /**
         * The state after the change where another one came first; empty where it has to be computed again.
         *
         * @param before what the change began with
         * @param after what it made of it
         * @param now what others made of it meanwhile
         */
        Optional<SiteState> onto(SiteState before, SiteState after, SiteState now);
    }

    StateExchange(SiteState first) {
        this.shown = new AtomicReference<>(first);
        this.latest = first;
    }

    /** The state that is saved. */
    SiteState now() {
        return Objects.requireNonNull(shown.get());
    }

    /** Goes on from another state, under the lock. */
    private Made made(
            SiteState before, SiteState after, BiFunction<SiteState, SiteState, CompletableFuture<Void>> saving) {
        CompletableFuture<Void> saved = saving.apply(before, after);
        latest = after;
        return new Made(before, saved.whenComplete((done, failure) -> {
            if (failure == null) {
                shown.set(after); // in the order of the exchanges, which is that of saving
            } else {
                takeBack();
            }
        }));
    }

    /** Whatever went on from what could not be saved cannot be saved either, and is told so before anything that begins after this. */
    private void takeBack() {
        turn.lock();
        try {
            latest = now();
        } finally {
            turn.unlock();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a state is made once
    private Optional<Made> swapped(
            SiteState before, SiteState after, BiFunction<SiteState, SiteState, CompletableFuture<Void>> saving) {
        turn.lock();
        try {
            return latest == before ? Optional.of(made(before, after, saving)) : Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    private Optional<Made> rebased(
            SiteState before,
            SiteState after,
            Rebase rebase,
            BiFunction<SiteState, SiteState, CompletableFuture<Void>> saving) {
        for (int round = 0; round < REBASES; round++) {
            SiteState now = latest;
            Optional<SiteState> moved = rebase.onto(before, after, now);
            if (moved.isEmpty()) {
                return Optional.empty();
            }
            Optional<Made> made = swapped(now, moved.get(), saving);
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    /**
     * Exchanges the state.
     *
     * @param rounds how many may be lost before the others have to wait
     * @param next computes the next state, asked anew in each round; one that throws changes nothing
     * @param rebase asked where another change came first
     * @param saving is told of the exchange, in the order of the exchanges
     */
    Made exchange(
            int rounds,
            UnaryOperator<SiteState> next,
            Rebase rebase,
            BiFunction<SiteState, SiteState, CompletableFuture<Void>> saving) {
        for (int round = 0; round < rounds; round++) {
            SiteState before = latest;
            SiteState after = next.apply(before);
            Optional<Made> made = swapped(before, after, saving).or(() -> rebased(before, after, rebase, saving));
            if (made.isPresent()) {
                return made.get();
            }
        }
        turn.lock();
        try {
            SiteState before = latest;
            return made(before, next.apply(before), saving);
        } finally {
            turn.unlock();
        }
    }
}
