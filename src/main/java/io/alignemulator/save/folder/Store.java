package io.alignemulator.save.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder: the manifest, and the table and the log that it names. Batches go to the log. When it has grown long, {@link #compact} writes a new table of everything
 * and begins an empty log; the manifest that names these two replaces the old one in one step, so that at any moment there is one whole generation. For one thread.
 */
final class Store implements Closeable {

    private static final byte[] EVERYTHING = {};

    private final Disk disk;
    private final long longLog;
    private Generation generation;
    private Manifest manifest;
    private LogFile log;
    private @Nullable SavedTable table;

    Store(Disk disk, long longLog, Generation generation, Manifest manifest, LogFile log, @Nullable SavedTable table) {
        this.disk = disk;
        this.longLog = longLog;
        this.generation = generation;
        this.manifest = manifest;
        this.log = log;
        this.table = table;
    }

    /** Saves batches and returns when they are safe. */
    void commit(List<byte[]> batches) throws IOException {
        log.append(batches);
    }

    /** What is saved under keys that begin so, in their order. To be read before the next change. */
    Iterator<Entry> entries(byte[] prefix) {
        Iterator<Entry> tabled = table == null ? Collections.emptyIterator() : table.entries(prefix);
        return new Merge(prefix, tabled, log);
    }

    /** Whether it is time to compact: a large table is not written again for a few changes, nor does a log grow without limit. */
    boolean isLong() {
        return log.length() > Math.max(longLog, Math.min(manifest.tableLength() / 2, 4 * longLog));
    }

    /** Begins another generation. Gives up, without harm, as soon as it is told to stop. */
    void compact(BooleanSupplier stop) throws IOException {
        Generation next = generation.next();
        disk.delete(next.table());
        boolean hasEntries = entries(EVERYTHING).hasNext();
        if (hasEntries && !SavedTable.write(disk, next.table(), entries(EVERYTHING), stop)) {
            return;
        }
        Manifest named = hasEntries
                ? new Manifest(next.number(), Files.size(next.table()), Checksum.of(next.table()))
                : new Manifest(next.number(), 0, 0);
        LogFile empty = LogFile.create(disk, next.log(), next.number());
        disk.forceFolder(next.folder()); // no manifest names a file that a loss of power could take away
        named.write(disk, next.folder());
        close();
        disk.delete(generation.table());
        disk.delete(generation.log());
        generation = next;
        manifest = named;
        log = empty;
        table = hasEntries ? SavedTable.open(next.table()) : null;
    }

    @Override
    public void close() throws IOException {
        if (table != null) {
            table.close();
        }
        log.close();
    }
}
