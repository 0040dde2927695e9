package io.alignemulator.http.outgoing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The calls that are being answered, so that a server that stops lets them have their answers. */
public final class CallsUnderWay {

    private final AtomicInteger calls = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean isAwaited;

    public void begin() {
        calls.incrementAndGet();
    }

    public void end() {
        calls.decrementAndGet();
        if (isAwaited) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Returns when there are none, or after that time. */
    public void awaitNone(Duration patience) {
        lock.lock();
        try {
            // Before the number is looked at: a call that ends later signals.
            isAwaited = true;
            long left = patience.toNanos();
            while (calls.get() > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
