package io.alignemulator.save.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that uses a store. Batches that arrive while it is busy are committed together. After the first failure nothing is committed any more: what the disk then holds
 * is not known.
 */
final class Writer implements Closeable {

    /** Bytes after which a commit takes no more batches. */
    private static final int LARGEST_COMMIT = 4 << 20;

    /** Something to do, in the order of arrival. */
    private sealed interface Task {}

    private record Commit(byte[] batch, Runnable saved, CompletableFuture<Void> outcome) implements Task {}

    private record Question(Runnable ask, CompletableFuture<?> outcome) implements Task {}

    private record Stop() implements Task {}

    private final Path folder;
    private final Store store;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean isClosing;
    private @Nullable SaveException failure;

    private Writer(Path folder, Store store) {
        this.folder = folder;
        this.store = store;
        this.thread = new Thread(this::run, "save " + folder);
    }

    static Writer start(Path folder, Store store) {
        Writer writer = new Writer(folder, store);
        writer.thread.setDaemon(true);
        writer.thread.start();
        return writer;
    }

    /** Saves a batch. Once it is safe, {@code saved} runs in the order of the batches, and then the future completes. */
    CompletableFuture<Void> commit(byte[] batch, Runnable saved) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        add(new Commit(batch, saved, outcome), outcome);
        return outcome;
    }

    /** Asks about what is saved after everything that was submitted before. */
    <T> CompletableFuture<T> ask(Function<Store, T> question) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Question task = new Question(() -> outcome.complete(question.apply(store)), outcome);
        if (Thread.currentThread() == thread) {
            answer(task);
        } else {
            add(task, outcome);
        }
        return outcome;
    }

    private synchronized void add(Task task, CompletableFuture<?> outcome) {
        if (isClosing) {
            outcome.completeExceptionally(SaveException.closed(folder));
        } else {
            tasks.add(task);
        }
    }

    private void run() {
        Task task = taken();
        while (!(task instanceof Stop)) {
            if (task instanceof Commit commit) {
                task = commitFrom(commit);
            } else {
                answer((Question) task);
                task = taken();
            }
        }
    }

    private Task taken() {
        while (true) {
            try {
                return tasks.take();
            } catch (InterruptedException e) {
                // Nobody has a reason to; what was submitted is saved all the same.
            }
        }
    }

    /** Commits together with what waits behind, and returns the task after that. */
    private Task commitFrom(Commit first) {
        List<Commit> group = new ArrayList<>();
        long size = 0;
        Task next = first;
        while (next instanceof Commit commit) {
            group.add(commit);
            size += commit.batch().length;
            next = size < LARGEST_COMMIT ? tasks.poll() : null;
        }
        commit(group);
        compact();
        return next == null ? taken() : next;
    }

    private void commit(List<Commit> group) {
        SaveException refusal = failure;
        if (refusal == null) {
            refusal = failure =
                    attempt(() -> store.commit(group.stream().map(Commit::batch).toList()));
        }
        for (Commit commit : group) {
            if (refusal == null) {
                commit.saved().run();
                commit.outcome().complete(null);
            } else {
                commit.outcome().completeExceptionally(refusal);
            }
        }
    }

    private void compact() {
        if (failure == null && store.isLong()) {
            failure = attempt(() -> store.compact(() -> isClosing));
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

    private void answer(Question question) {
        SaveException refusal = failure == null ? attempt(question.ask()::run) : failure;
        if (refusal != null) {
            question.outcome().completeExceptionally(refusal);
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
            tasks.add(new Stop());
        }
        join();
        store.close();
    }

    private void join() {
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
