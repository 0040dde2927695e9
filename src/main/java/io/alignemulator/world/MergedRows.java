package io.alignemulator.world;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/** Rows by ascending id, each once, from several ascending sequences of ids that may name the same row. Reads no further than it is asked. */
final class MergedRows implements Iterator<Row> {

    /** A sequence, and the id it stands at. */
    private record Head(long id, Iterator<Long> rest) {}

    private final Table table;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingLong(Head::id));
    private long last = Long.MIN_VALUE;
    private Optional<Row> next;

    MergedRows(Table table, List<Iterator<Long>> sequences) {
        this.table = table;
        sequences.forEach(this::push);
        this.next = advance();
    }

    private void push(Iterator<Long> sequence) {
        if (sequence.hasNext()) {
            heads.add(new Head(sequence.next(), sequence));
        }
    }

    private Optional<Row> advance() {
        while (!heads.isEmpty()) {
            Head head = heads.remove();
            push(head.rest());
            if (head.id() > last) {
                last = head.id();
                Optional<Row> row = table.get(head.id());
                if (row.isPresent()) {
                    return row;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Row next() {
        Row row = next.orElseThrow(NoSuchElementException::new);
        next = advance();
        return row;
    }
}
