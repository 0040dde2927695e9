package io.alignemulator.world.index;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Ids in ascending order, each once, from several ascending sequences that may hold the same. Reads no further than it is asked. */
public final class MergedIds implements Iterator<Long> {

    /** A sequence, and the id it stands at. */
    private record Head(long id, Iterator<Long> rest) {}

    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingLong(Head::id));

    /** @param sequences each ascending */
    public MergedIds(List<? extends Iterable<Long>> sequences) {
        sequences.forEach(sequence -> push(sequence.iterator()));
    }

    private void push(Iterator<Long> sequence) {
        if (sequence.hasNext()) {
            heads.add(new Head(sequence.next(), sequence));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Long next() {
        if (heads.isEmpty()) {
            throw new NoSuchElementException();
        }
        long next = heads.element().id();
        while (!heads.isEmpty() && heads.element().id() == next) {
            push(heads.remove().rest());
        }
        return next;
    }
}
