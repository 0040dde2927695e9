package io.alignemulator.world.packed;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.values.SharedValues;
import io.alignemulator.world.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link BlockWriter} wrote. */
final class BlockReader {

    private final ByteReader in;
    private final Resource resource;
    private final SharedValues shared;
    private final UnaryOperator<Instant> times;
    private final List<int[]> patterns = new ArrayList<>();
    private final List<Object> known = new ArrayList<>();

    /** @param times what stands for a time */
    BlockReader(byte[] block, Resource resource, SharedValues shared, UnaryOperator<Instant> times) {
        this.in = new ByteReader(block);
        this.resource = resource;
        this.shared = shared;
        this.times = times;
    }

    List<Row> rows(int count) {
        @Nullable Object[] values = new Object[resource.fields().size()];
        List<Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            for (int position : pattern()) {
                values[position] = value();
            }
            rows.add(Row.of(resource, values));
            Arrays.fill(values, null);
        }
        if (in.hasMore()) {
            throw new IllegalStateException("more than " + count + " rows");
        }
        return rows;
    }

    private int[] pattern() {
        long number = in.number();
        if (number == patterns.size()) {
            patterns.add(BitSet.valueOf(in.block()).stream().toArray());
        }
        return patterns.get((int) number);
    }

    private Object value() {
        int type = in.peek();
        if (type >= BlockWriter.SMALL) {
            return (long) (in.octet() - BlockWriter.SMALL);
        }
        if (type == BlockWriter.KNOWN) {
            in.skip(1);
            return known.get((int) in.number());
        }
        Object value = Objects.requireNonNull(ValueCodec.read(in));
        if (!SharedValues.isSharable(value)) {
            return value;
        }
        Object one = shared.of(value instanceof Instant time ? times.apply(time) : value);
        known.add(one);
        return one;
    }
}
