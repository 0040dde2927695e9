package io.alignemulator.save.folder;

import io.alignemulator.world.packed.ByteWriter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mapdb.SortedTableMap;
import org.mapdb.serializer.SerializerByteArray;
import org.mapdb.volume.FileChannelVol;
import org.mapdb.volume.RandomAccessFileVol;
import org.mapdb.volume.Volume;

/**
 * All keys and values up to some moment in one file that is written once, in order: a sorted table of MapDB. This class alone knows MapDB, so that
 * it is loaded when the first table is written or read and not before.
 *
 * <p>A table consists of pages of one size and takes no value that is longer, so values are stored in pieces: the key of each is the key of the value and the number of the
 * piece, and it begins with whether more follow.
 */
final class SavedTable implements Closeable {

    private static final int PAGE = 1 << 18;
    private static final int GROUP = 8;

    /** A group of pieces with their keys has to fit in a page. */
    static final int PIECE = PAGE / GROUP - 4096;

    private static final byte[] EVERYTHING = {};
    private static final int UNLOCKED = -1;
    private static final int MORE = 1;

    private final Volume volume;
    private final SortedTableMap<byte[], byte[]> map;

    private SavedTable(Volume volume, SortedTableMap<byte[], byte[]> map) {
        this.volume = volume;
        this.map = map;
    }

    /**
     * Writes a table of at least one entry, and reads it back before anybody relies on it: the log that it stands for is deleted afterwards.
     *
     * @return whether all entries are in it; they are not when it was told to stop
     */
    static boolean write(Disk disk, Path file, Iterator<KeyValue> entries, BooleanSupplier stop) throws IOException {
        Checksum written = new Checksum();
        boolean isWhole = write(file, entries, stop, written);
        if (isWhole) {
            try (FileChannel channel = disk.open(file, StandardOpenOption.WRITE)) {
                disk.force(channel);
            }
            Checksum found = new Checksum();
            try (SavedTable table = open(file)) {
                table.entries(EVERYTHING).forEachRemaining(found::and);
            }
            if (found.value() != written.value()) {
                throw new IOException(file.getFileName() + " does not hold what was written into it");
            }
        }
        return isWhole;
    }

    private static boolean write(Path file, Iterator<KeyValue> entries, BooleanSupplier stop, Checksum written) {
        Volume volume = new RandomAccessFileVol(file.toFile(), false, UNLOCKED, 0);
        try {
            SortedTableMap.Sink<byte[], byte[]> sink = SortedTableMap.create(
                            volume, new SerializerByteArray(), new SerializerByteArray())
                    .pageSize(PAGE)
                    .nodeSize(GROUP)
                    .createFromSink();
            boolean isStopped = stop.getAsBoolean();
            while (!isStopped && entries.hasNext()) {
                KeyValue entry = entries.next();
                written.and(entry);
                write(sink, entry);
                isStopped = stop.getAsBoolean();
            }
            sink.create();
            return !isStopped;
        } finally {
            volume.close();
        }
    }

    private static void write(SortedTableMap.Sink<byte[], byte[]> sink, KeyValue entry) {
        int from = 0;
        int number = 0;
        do {
            int to = Math.min(from + PIECE, entry.value().length);
            ByteWriter key = new ByteWriter();
            key.raw(entry.key());
            key.fixed(number++);
            ByteWriter piece = new ByteWriter();
            piece.octet(to < entry.value().length ? MORE : 0);
            piece.raw(Arrays.copyOfRange(entry.value(), from, to));
            sink.put(key.toBytes(), piece.toBytes());
            from = to;
        } while (from < entry.value().length);
    }

    static SavedTable open(Path file) {
        Volume volume = new FileChannelVol(file.toFile(), true, UNLOCKED, 0, 0);
        return new SavedTable(
                volume, SortedTableMap.open(volume, new SerializerByteArray(), new SerializerByteArray()));
    }

    /** The entries whose keys begin so, in their order. */
    Iterator<KeyValue> entries(byte[] prefix) {
        Iterator<Map.Entry<byte[], byte[]>> pieces = map.entryIterator(prefix, true, null, false);
        return new Iterator<>() {
            private @Nullable KeyValue next = entry(pieces, prefix);

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public KeyValue next() {
                KeyValue entry = next;
                if (entry == null) {
                    throw new NoSuchElementException();
                }
                next = entry(pieces, prefix);
                return entry;
            }
        };
    }

    private static @Nullable KeyValue entry(Iterator<Map.Entry<byte[], byte[]>> pieces, byte[] prefix) {
        if (!pieces.hasNext()) {
            return null;
        }
        Map.Entry<byte[], byte[]> first = pieces.next();
        if (!KeyValue.startsWith(first.getKey(), prefix)) {
            return null;
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream(first.getValue().length);
        byte[] piece = first.getValue();
        value.write(piece, 1, piece.length - 1);
        while (piece[0] == MORE) {
            piece = pieces.next().getValue();
            value.write(piece, 1, piece.length - 1);
        }
        byte[] key = Arrays.copyOf(first.getKey(), first.getKey().length - Long.BYTES);
        return new KeyValue(key, value.toByteArray());
    }

    @Override
    public void close() {
        volume.close();
    }
}
