package io.alignemulator.world.save;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder: the manifest, and the table and the log that it names. Batches go to the log. When it has grown long, {@link #compact} writes a new table of everything
 * and begins an empty log; the manifest that names these two replaces the old one in one step, so that at any moment there is one whole generation. For one thread.
 */
final class Store implements Closeable {

    private static final Pattern OURS = Pattern.compile("align-[0-9]+\\.(log|table)|" + Pattern.quote(Manifest.NEXT));
    private static final byte[] EVERYTHING = {};

    private final Disk disk;
    private final Path folder;
    private final long longLog;
    private Manifest manifest;
    private LogFile log;
    private @Nullable SavedTable table;

    private Store(Disk disk, Path folder, long longLog, Manifest manifest, LogFile log, @Nullable SavedTable table) {
        this.disk = disk;
        this.folder = folder;
        this.longLog = longLog;
        this.manifest = manifest;
        this.log = log;
        this.table = table;
    }

    /** What can be said about a folder without locking it. */
    static void check(Path folder) throws IOException {
        if (Manifest.read(folder).isEmpty() && !isFresh(folder)) {
            throw SaveException.refused(folder, "its file " + Manifest.NAME + " is missing; nothing was changed");
        }
    }

    /** Whether nothing was ever saved: a process may have ended while it made the first log. */
    private static boolean isFresh(Path folder) throws IOException {
        for (Path file : files(folder)) {
            boolean isFirstLog = file.equals(logFile(folder, 1)) && Files.size(file) <= LogFormat.HEAD;
            if (!isFirstLog && !file.equals(folder.resolve(Manifest.NEXT))) {
                return false;
            }
        }
        return true;
    }

    static Store open(Disk disk, Path folder, long longLog) throws IOException {
        check(folder);
        Optional<Manifest> manifest = Manifest.read(folder);
        return manifest.isPresent() ? open(disk, folder, longLog, manifest.get()) : create(disk, folder, longLog);
    }

    private static Store create(Disk disk, Path folder, long longLog) throws IOException {
        Manifest first = new Manifest(1, 0, 0);
        LogFile log = LogFile.create(disk, logFile(folder, 1), 1);
        disk.forceFolder(folder);
        first.write(disk, folder);
        return new Store(disk, folder, longLog, first, log, null);
    }

    private static Store open(Disk disk, Path folder, long longLog, Manifest manifest) throws IOException {
        Path tableFile = tableFile(folder, manifest.generation());
        if (manifest.hasTable()
                && !(length(tableFile) == manifest.tableLength() && Checksum.of(tableFile) == manifest.tableSum())) {
            throw SaveException.damaged(tableFile, "its checksum");
        }
        Path logFile = logFile(folder, manifest.generation());
        if (length(logFile) < 0) {
            throw SaveException.damaged(logFile, "it is missing");
        }
        LogFile log = LogFile.open(disk, logFile, manifest.generation());
        try {
            SavedTable table = manifest.hasTable() ? SavedTable.open(tableFile) : null;
            Store store = new Store(disk, folder, longLog, manifest, log, table);
            store.repair();
            return store;
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static long length(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : -1;
    }

    private void repair() throws IOException {
        log.repair();
        for (Path file : files(folder)) {
            if (!file.equals(logFile(folder, manifest.generation()))
                    && !file.equals(tableFile(folder, manifest.generation()))) {
                disk.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static Path logFile(Path folder, int generation) {
        return folder.resolve("align-" + generation + ".log");
    }

    private static Path tableFile(Path folder, int generation) {
        return folder.resolve("align-" + generation + ".table");
    }

    /** Saves batches and returns when they are safe. */
    void commit(List<byte[]> batches) throws IOException {
        log.append(batches);
    }

    /** Whether it is time to compact: a large table is not written again for a few changes, nor does a log grow without limit. */
    boolean isLong() {
        return log.length() > Math.max(longLog, Math.min(manifest.tableLength() / 2, 4 * longLog));
    }

    /** What is saved under keys that begin so, in their order. To be read before the next change. */
    Iterator<Entry> entries(byte[] prefix) {
        Iterator<Entry> tabled = table == null ? Collections.emptyIterator() : table.entries(prefix);
        return new Merge(prefix, tabled, log);
    }

    /** Begins another generation. Gives up, without harm, as soon as it is told to stop. */
    void compact(BooleanSupplier stop) throws IOException {
        int generation = manifest.generation() + 1;
        Path tableFile = tableFile(folder, generation);
        disk.delete(tableFile);
        boolean isWritten = entries(EVERYTHING).hasNext();
        if (isWritten && !TableWriter.write(disk, tableFile, entries(EVERYTHING), stop)) {
            return;
        }
        Manifest next = isWritten
                ? new Manifest(generation, Files.size(tableFile), Checksum.of(tableFile))
                : new Manifest(generation, 0, 0);
        LogFile nextLog = LogFile.create(disk, logFile(folder, generation), generation);
        disk.forceFolder(folder); // no manifest names a file that a loss of power could take away
        next.write(disk, folder);
        close();
        manifest = next;
        log = nextLog;
        table = isWritten ? SavedTable.open(tableFile) : null;
        disk.delete(tableFile(folder, generation - 1));
        disk.delete(logFile(folder, generation - 1));
    }

    @Override
    public void close() throws IOException {
        if (table != null) {
            table.close();
        }
        log.close();
    }
}
