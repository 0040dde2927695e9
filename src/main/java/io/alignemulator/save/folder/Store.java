package io.alignemulator.save.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

    /** Length of the log at which it is worth while to compact again after that failed. */
    private long again;

    private boolean isWhole = true;

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

    /** Whether it is known which generation counts; if not, nothing may be committed any more. */
    boolean isWhole() {
        return isWhole;
    }

    /** Takes back what a commit that failed has left. */
    void cutBack() throws IOException {
        log.cutBack();
    }

    /** Finds out whether commits would be safe again. */
    void probe() throws IOException {
        log.probe();
    }

    /** What is saved under keys that begin so, in their order. To be read before the next change. */
    Iterator<KeyValue> entries(byte[] prefix) {
        Iterator<KeyValue> tabled = table == null ? Collections.emptyIterator() : table.entries(prefix);
        return new Merge(prefix, tabled, log);
    }

    /** Whether it is time to compact: a large table is not written again for a few changes, nor does a log grow without limit. */
    boolean isLong() {
        return log.length() > Math.max(Math.max(longLog, again), Math.min(manifest.tableLength() / 2, 4 * longLog));
    }

    /**
     * Begins another generation. Gives up, without harm, as soon as it is told to stop.
     *
     * @throws IOException when there is no next one; {@link #isWhole} tells whether the present one goes on
     */
    void compact(BooleanSupplier stop) throws IOException {
        Generation next = generation.next();
        Optional<Compacted> compacted;
        try {
            log.check();
            compacted = written(next, stop);
        } catch (IOException | RuntimeException e) {
            again = log.length() + longLog / 4;
            discard(next);
            throw e;
        }
        if (compacted.isPresent()) {
            begin(next, compacted.get());
        }
    }

    /** Takes away what there is of a generation that does not begin; what cannot be taken away is so when the folder is opened next. */
    private void discard(Generation next) {
        for (Path file : List.of(next.table(), next.log(), next.folder().resolve(Manifest.NEXT))) {
            try {
                disk.delete(file);
            } catch (IOException e) {
                System.getLogger(Store.class.getName()).log(System.Logger.Level.DEBUG, "left: " + file, e);
            }
        }
    }

    private record Compacted(Manifest manifest, LogFile log) {}

    private Optional<Compacted> written(Generation next, BooleanSupplier stop) throws IOException {
        disk.delete(next.table());
        boolean hasEntries = entries(EVERYTHING).hasNext();
        if (hasEntries && !SavedTable.write(disk, next.table(), entries(EVERYTHING), stop)) {
            return Optional.empty();
        }
        Manifest named = hasEntries
                ? new Manifest(next.number(), Files.size(next.table()), Checksum.of(next.table()))
                : new Manifest(next.number(), 0, 0);
        LogFile empty = LogFile.create(disk, next.log(), next.number());
        try {
            disk.forceFolder(next.folder()); // no manifest names a file that a loss of power could take away
            named.prepare(disk, next.folder());
            return Optional.of(new Compacted(named, empty));
        } catch (IOException | RuntimeException e) {
            empty.close();
            throw e;
        }
    }

    private void begin(Generation next, Compacted compacted) throws IOException {
        isWhole = false;
        Manifest.exchange(disk, next.folder());
        close();
        disk.delete(generation.table());
        disk.delete(generation.log());
        generation = next;
        manifest = compacted.manifest();
        log = compacted.log();
        table = manifest.hasTable() ? SavedTable.open(next.table()) : null;
        isWhole = true;
    }

    @Override
    public void close() throws IOException {
        if (table != null) {
            table.close();
        }
        log.close();
    }
}
