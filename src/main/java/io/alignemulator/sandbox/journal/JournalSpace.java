package io.alignemulator.sandbox.journal;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that all journals of a server keep together: beyond the bound the one that has been silent longest gives its oldest exchanges first. Nobody who holds the lock of a journal
 * asks here, so that no two wait for each other.
 */
public final class JournalSpace {

    /** What one journal gives at once, so that a full server does not look for room at every call: this part of the whole. */
    private static final int PART = 16;

    private final long most;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Set<Journal> journals = ConcurrentHashMap.newKeySet();

    /** @param most bytes */
    public JournalSpace(long most) {
        this.most = most;
    }

    /** About the bytes that are kept. */
    public long bytes() {
        return bytes.get();
    }

    /** Exchanges that a journal had and gave up, for want of room or because it keeps no more; what somebody cleared is none. */
    public long dropped() {
        return dropped.get();
    }

    /** A journal gave one up. */
    void drop() {
        dropped.incrementAndGet();
    }

    /** The number of the next call of any journal. */
    long next() {
        return calls.incrementAndGet();
    }

    void entered(Journal journal) {
        journals.add(journal);
    }

    void left(Journal journal) {
        journals.remove(journal);
    }

    /** Counts what a journal keeps more, or less, and makes room where that is too much. */
    void charge(long change) {
        if (bytes.addAndGet(change) > most && change > 0) {
            makeRoom();
        }
    }

    private synchronized void makeRoom() {
        while (bytes.get() > most) {
            Optional<Journal> silent = journals.stream()
                    .filter(journal -> journal.bytes() > 0)
                    .min(Comparator.comparingLong(Journal::lastCall));
            if (silent.isEmpty()) {
                return;
            }
            bytes.addAndGet(-silent.get().give(Math.max(1, most / PART)));
        }
    }
}
