package io.alignemulator.save.folder;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the batches of a log leave, by key: where in the log the value stands. */
final class Changes {

    /** A value in the log; {@link #GONE} for a key without one. */
    record Slice(long position, int length) {
        static final Slice GONE = new Slice(0, -1);

        boolean isGone() {
            return length < 0;
        }
    }

    private final NavigableMap<byte[], Slice> slices = new TreeMap<>(KeyValue.ORDER);
    private final NavigableSet<byte[]> dropped = new TreeSet<>(KeyValue.ORDER);

    /** Applies a batch that begins at a position of the log. */
    void apply(byte[] batch, long position) {
        StoreOperation.each(batch, operation -> {
            switch (operation.kind()) {
                case PUT ->
                    slices.put(
                            operation.key(), new Slice(position + operation.valuePosition(), operation.valueLength()));
                case DELETE -> slices.put(operation.key(), Slice.GONE);
                case DROP -> drop(operation.key());
            }
        });
    }

    private void drop(byte[] prefix) {
        NavigableMap<byte[], Slice> rest = slices.tailMap(prefix, true);
        while (!rest.isEmpty() && KeyValue.startsWith(rest.firstKey(), prefix)) {
            rest.pollFirstEntry();
        }
        dropped.add(prefix);
    }

    /** Whether the log says something else about a key than what was saved before it. */
    boolean supersede(byte[] key) {
        return slices.containsKey(key) || isDropped(key);
    }

    /** What a key begins with sorts in front of it, and no prefix of a world begins with that of another one. */
    private boolean isDropped(byte[] key) {
        byte[] prefix = dropped.floor(key);
        return prefix != null && KeyValue.startsWith(key, prefix);
    }

    /** The keys from a key on. */
    NavigableMap<byte[], Slice> from(byte[] key) {
        return slices.tailMap(key, true);
    }
}
