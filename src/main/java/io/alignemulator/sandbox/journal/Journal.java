package io.alignemulator.sandbox.journal;

import io.alignemulator.access.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The latest exchanges of a sandbox. One lock gives them their numbers, so these have no gaps and every reader sees a state that was; beyond its bounds the oldest are dropped,
 * and counted. Empty it costs next to nothing.
 */
public final class Journal {

    private static final int MOST_BYTES = 8 << 20;
    private static final int QUEUE = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Kept> kept = new ArrayDeque<>(0);
    private final Set<Feed> feeds = ConcurrentHashMap.newKeySet();
    private volatile Known known = new Known(Tokens.NONE, new Secrets(List.of()));
    private final JournalSpace space;
    private long total;
    private long dropped;
    private boolean isClosed;
    private long bytes;
    private volatile long lastCall;
    private volatile @Nullable Instant lastUsed;

    /** Changed by who holds the lock; every call asks for it when it comes in. */
    private final AtomicLong epoch = new AtomicLong();

    private long changes;

    /** One that shares its room with others. */
    public Journal(JournalSpace space) {
        this.space = space;
        space.entered(this);
    }

    /** One that has all the room it wants. */
    public Journal() {
        this(new JournalSpace(Long.MAX_VALUE));
    }

    /**
     * What the journal holds at one moment.
     *
     * @param total exchanges since the beginning or the last clearing
     * @param dropped how many of them are no longer kept
     */
    public record Contents(List<RecordedExchange> exchanges, long total, long dropped) {}

    /**
     * What takes the credentials out of an exchange: of an answer's body when somebody looks at it, of all else before it is kept.
     *
     * @param token of the call, empty when it carries none
     * @param user whom the token was issued to; empty for a token of somewhere else
     * @param tokens of the site
     */
    public Masking masking(String token, Optional<Long> user, Tokens tokens) {
        Known latest = known;
        if (latest.tokens() != tokens) {
            latest = new Known(tokens, new Secrets(tokens.texts()));
            known = latest;
        }
        return new Masking(token, user, latest.secrets());
    }

    /** @param bytes about what it takes, counted once: it goes as it came */
    private record Kept(RecordedExchange exchange, int bytes) {}

    private record Known(Tokens tokens, Secrets secrets) {}

    /** A number that changes when the journal is cleared. */
    public long epoch() {
        return epoch.get();
    }

    /**
     * Keeps an exchange, unless the journal has been cleared since its call came in.
     *
     * @param epochOfCall what {@link #epoch} was then
     * @param size how many to keep; 0 keeps none and counts none
     */
    public void record(RecordedExchange exchange, long epochOfCall, int size) {
        if (size > 0) {
            space.charge(kept(exchange, epochOfCall, size));
        }
    }

    /** Keeps an exchange; how many bytes more are kept now. */
    private long kept(RecordedExchange exchange, long epochOfCall, int size) {
        lock.lock();
        try {
            if (epochOfCall != epoch.get() || isClosed) {
                return 0;
            }
            long before = bytes;
            lastCall = space.next();
            RecordedExchange numbered = exchange.numbered(++total);
            Kept latest = new Kept(numbered, numbered.weight());
            kept.addLast(latest);
            bytes += latest.bytes();
            while (kept.size() > size || (bytes > MOST_BYTES && kept.size() > 1)) {
                bytes -= kept.removeFirst().bytes();
                dropped++;
                space.drop();
            }
            changes++;
            feeds.forEach(feed -> feed.offer(numbered));
            changed.signalAll();
            return bytes - before;
        } finally {
            lock.unlock();
        }
    }

    /** Everything that is kept, the oldest first. */
    public Contents contents() {
        lock.lock();
        try {
            return new Contents(kept.stream().map(Kept::exchange).toList(), total, dropped);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything; numbers begin with 1 again. */
    public void clear() {
        space.charge(-forgotten(false));
    }

    /** Forgets everything for good: the sandbox is over. */
    public void close() {
        space.left(this);
        space.charge(-forgotten(true));
    }

    private long forgotten(boolean forGood) {
        lock.lock();
        try {
            long before = bytes;
            isClosed = forGood;
            kept.clear();
            total = 0;
            dropped = 0;
            bytes = 0;
            epoch.incrementAndGet();
            changes++;
            changed.signalAll();
            return before;
        } finally {
            lock.unlock();
        }
    }

    /** Drops the oldest exchanges of about so many bytes, because others need the room; how many bytes they had. */
    long give(long wanted) {
        lock.lock();
        try {
            long before = bytes;
            while (before - bytes < wanted && !kept.isEmpty()) {
                bytes -= kept.removeFirst().bytes();
                dropped++;
                space.drop();
            }
            return before - bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Notes when a call came, whatever is kept of it. */
    public void used(Instant time) {
        lastUsed = time;
    }

    /** When a call came last. */
    public Optional<Instant> lastUsed() {
        return Optional.ofNullable(lastUsed);
    }

    /** The number among the calls of the server of the one that came last. */
    long lastCall() {
        return lastCall;
    }

    /** About the bytes that are kept. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the condition holds for the contents, which it is asked at once and after changes, while others go on recording.
     *
     * @return the contents when it held, or at the end of the time
     */
    public Contents await(Predicate<Contents> until, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        while (true) {
            long seen;
            Contents contents;
            lock.lockInterruptibly();
            try {
                seen = changes;
                contents = contents();
            } finally {
                lock.unlock();
            }
            if (until.test(contents) || left <= 0) {
                return contents;
            }
            lock.lockInterruptibly();
            try {
                while (changes == seen && left > 0) {
                    left = changed.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Follows what is recorded from now on; close it when nobody reads any more. A reader that is too slow loses the oldest, which the gap in the numbers shows. */
    public Feed follow() {
        Feed feed = new Feed();
        feeds.add(feed);
        return feed;
    }

    /** A queue of new exchanges. */
    public final class Feed implements AutoCloseable {

        private final BlockingQueue<RecordedExchange> queue = new ArrayBlockingQueue<>(QUEUE);

        private void offer(RecordedExchange exchange) {
            while (!queue.offer(exchange)) {
                queue.poll();
            }
        }

        /** What came, at least one unless the time is over before. */
        public List<RecordedExchange> next(Duration timeout) throws InterruptedException {
            List<RecordedExchange> next = new ArrayList<>();
            RecordedExchange first = queue.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                next.add(first);
                queue.drainTo(next);
            }
            return next;
        }

        @Override
        public void close() {
            feeds.remove(this);
        }
    }
}
