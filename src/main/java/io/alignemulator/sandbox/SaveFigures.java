package io.alignemulator.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/** How often and how long a server saved, for whoever runs it. For any number of threads. */
public final class SaveFigures {

    private final LongAdder saved = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** Follows something that is being saved from now on. */
    CompletableFuture<Void> follow(CompletableFuture<Void> saving) {
        long since = Clock.ticks();
        return saving.whenComplete((done, failure) -> {
            nanos.add(Clock.ticks() - since);
            (failure == null ? saved : refused).increment();
        });
    }

    /** What is safe. */
    public long saved() {
        return saved.sum();
    }

    /** What could not be saved. */
    public long refused() {
        return refused.sum();
    }

    /** Nanoseconds that both took together, from the exchange until it was safe or was not. */
    public long nanos() {
        return nanos.sum();
    }
}
