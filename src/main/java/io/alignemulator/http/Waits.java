package io.alignemulator.http;

import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Response;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls that wait on purpose: for other calls, for their delay, for events. They do so on threads of their own, which come when they are needed and go soon after, so that those of the server
 * are free for everybody else.
 */
final class Waits implements AutoCloseable {

    static final int MOST = 1_000;

    /** Little is called while waiting. */
    private static final long STACK = 256 << 10;

    private final AtomicInteger names = new AtomicInteger();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    private final AtomicInteger waiting = new AtomicInteger();

    private Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "wait-" + names.incrementAndGet(), STACK);
        thread.setDaemon(true);
        return thread;
    }

    /** Whether one more cannot wait. */
    boolean isFull() {
        return waiting.get() >= MOST;
    }

    /** What a call is told that cannot wait. */
    static Response full() {
        return ErrorResponse.busy("As many calls wait as this server lets wait at once, " + MOST
                        + "; end some, or send the call again.")
                .reply();
    }

    /**
     * Answers a call when its handler has returned, on a thread that may wait.
     *
     * @param answer writes the answer
     * @param otherwise what is done when too many wait already
     */
    void hold(Context context, Runnable answer, Runnable otherwise) {
        context.future(() -> {
            if (waiting.incrementAndGet() <= MOST) {
                try {
                    return CompletableFuture.runAsync(answer, threads)
                            .whenComplete((done, failure) -> waiting.decrementAndGet());
                } catch (RejectedExecutionException e) {
                    // another thread is about to end, or the server is closing
                    System.getLogger(Waits.class.getName()).log(System.Logger.Level.DEBUG, "no thread to wait on", e);
                }
            }
            waiting.decrementAndGet();
            otherwise.run();
            return CompletableFuture.completedFuture(null);
        });
    }

    /** Ends all waits, and gives the calls the time to be answered that their server gives others: one that ends later has nothing to write to. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(ApiServer.LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
