package io.alignemulator.save.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that uses a store: whoever is interrupted while he reads a file closes it, so nobody else does. Batches that arrive while it is busy are committed together. When that fails,
 * those that wait are refused with them, for they may go on from what was refused; later ones are tried again, unless it is not known any more what the disk holds.
 */
final class Writer implements Closeable {

    /** Bytes after which a commit takes no more batches. */
    private static final int LARGEST_COMMIT = 4 << 20;

    private record Commit(byte[] batch, Runnable saved, CompletableFuture<Void> outcome) {}

    private final Path folder;
    private final Store store;

    /** In the order of arrival. Guarded by this, as is adding to the executor. */
    private final Deque<Commit> waiting = new ArrayDeque<>();

    private final ExecutorService executor;
    private volatile @Nullable Thread thread;
    private volatile boolean isClosing;

    /** Of the latest commit. Set by the thread. */
    private volatile @Nullable SaveException failure;

    private final AtomicBoolean isProbing = new AtomicBoolean();

    private Writer(Path folder, Store store) {
        this.folder = folder;
        this.store = store;
        this.executor = Executors.newSingleThreadExecutor(work -> {
            Thread saving = new Thread(work, "save " + folder);
            saving.setDaemon(true);
            thread = saving;
            return saving;
        });
    }

    static Writer start(Path folder, Store store) {
        return new Writer(folder, store);
    }

    /** Saves a batch. Once it is safe, {@code saved} runs in the order of the batches, and then the future completes. */
    synchronized CompletableFuture<Void> commit(byte[] batch, Runnable saved) {
        if (isClosing) {
            return CompletableFuture.failedFuture(SaveException.closed(folder));
        }
        Commit commit = new Commit(batch, saved, new CompletableFuture<>());
        waiting.add(commit);
        executor.execute(this::commitGroup);
        return commit.outcome();
    }

    /** Asks about what is saved after everything that was submitted before. */
    <T> CompletableFuture<T> ask(Function<Store, T> question) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        if (Thread.currentThread() == thread) {
            answer(question, outcome);
            return outcome;
        }
        synchronized (this) {
            if (isClosing) {
                return CompletableFuture.failedFuture(SaveException.closed(folder));
            }
            executor.execute(() -> answer(question, outcome));
        }
        return outcome;
    }

    /** Why nothing can be committed at present. Who asks lets the thread find out whether that is over. */
    Optional<SaveException> failure() {
        SaveException known = failure;
        if (known != null && isProbing.compareAndSet(false, true)) {
            synchronized (this) {
                if (!isClosing) {
                    executor.execute(this::probe);
                }
            }
        }
        return Optional.ofNullable(known);
    }

    private void probe() {
        if (failure != null && store.isWhole()) {
            failure = attempt(store::probe);
        }
        isProbing.set(false);
    }

    /** Commits what waits; nothing when an earlier group took it. */
    private void commitGroup() {
        List<Commit> group = group();
        if (group.isEmpty()) {
            return;
        }
        SaveException known = failure;
        SaveException refusal = known != null && !store.isWhole()
                ? known
                : attempt(() -> store.commit(group.stream().map(Commit::batch).toList()));
        if (refusal != null) {
            refuse(group, refusal);
            return;
        }
        failure = null;
        for (Commit commit : group) {
            commit.saved().run();
            commit.outcome().complete(null);
        }
        if (store.isLong()) {
            SaveException postponed = attempt(() -> store.compact(() -> isClosing));
            if (postponed != null) {
                warn(postponed);
            }
            failure = store.isWhole() ? null : postponed;
        }
    }

    /** With everything that came before it was told: who is told begins anew with what is saved. */
    private void refuse(List<Commit> group, SaveException refusal) {
        if (failure == null) {
            warn(refusal);
        }
        failure = refusal;
        if (store.isWhole()) {
            attempt(store::cutBack);
        }
        List<Commit> refused = group;
        while (!refused.isEmpty()) {
            refused.forEach(commit -> commit.outcome().completeExceptionally(refusal));
            synchronized (this) {
                refused = List.copyOf(waiting);
                waiting.clear();
            }
        }
    }

    private static void warn(SaveException reason) {
        System.getLogger(Writer.class.getName()).log(System.Logger.Level.WARNING, reason.getMessage());
    }

    private synchronized List<Commit> group() {
        List<Commit> group = new ArrayList<>();
        long size = 0;
        while (!waiting.isEmpty() && size < LARGEST_COMMIT) {
            Commit next = waiting.remove();
            group.add(next);
            size += next.batch().length;
        }
        return group;
    }

    private <T> void answer(Function<Store, T> question, CompletableFuture<T> outcome) {
        SaveException known = failure;
        SaveException refusal = known == null ? attempt(() -> outcome.complete(question.apply(store))) : known;
        if (refusal != null) {
            outcome.completeExceptionally(refusal);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private @Nullable SaveException attempt(Step step) {
        try {
            step.run();
            return null;
        } catch (IOException | RuntimeException | Error e) {
            return e instanceof SaveException known ? known : SaveException.failed(folder, e);
        }
    }

    /** Saves what was submitted and ends the thread. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (isClosing) {
                return;
            }
            isClosing = true;
            executor.shutdown();
        }
        boolean isInterrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        store.close();
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
