package io.alignemulator.save.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.function.BooleanSupplier;

/** Writes a table and reads it back before anybody relies on it: the log that it stands for is deleted afterwards. */
final class TableWriter implements Iterator<Entry> {

    private static final byte[] EVERYTHING = {};

    private final Iterator<Entry> entries;
    private final BooleanSupplier stop;
    private final Checksum sum = new Checksum();
    private boolean isStopped;

    private TableWriter(Iterator<Entry> entries, BooleanSupplier stop) {
        this.entries = entries;
        this.stop = stop;
    }

    /** Whether all entries are in the table; they are not when it was told to stop. */
    static boolean write(Disk disk, Path file, Iterator<Entry> entries, BooleanSupplier stop) throws IOException {
        TableWriter written = new TableWriter(entries, stop);
        SavedTable.write(file, written);
        if (written.isStopped) {
            return false;
        }
        try (FileChannel channel = disk.open(file, StandardOpenOption.WRITE)) {
            disk.force(channel);
        }
        Checksum found = new Checksum();
        try (SavedTable table = SavedTable.open(file)) {
            table.entries(EVERYTHING).forEachRemaining(found::and);
        }
        if (found.value() != written.sum.value()) {
            throw new IOException(file.getFileName() + " does not hold what was written into it");
        }
        return true;
    }

    @Override
    public boolean hasNext() {
        isStopped = isStopped || stop.getAsBoolean();
        return !isStopped && entries.hasNext();
    }

    @Override
    public Entry next() {
        Entry entry = entries.next();
        sum.and(entry);
        return entry;
    }
}
