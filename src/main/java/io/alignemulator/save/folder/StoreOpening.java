package io.alignemulator.save.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a folder to a store: everything is looked at before anything is changed. */
final class StoreOpening {

    private final Disk disk;
    private final Path folder;
    private final long longLog;

    StoreOpening(Disk disk, Path folder, long longLog) {
        this.disk = disk;
        this.folder = folder;
        this.longLog = longLog;
    }

    /**
     * Makes the folder when there is none, and looks at the manifest, which needs no lock.
     *
     * @throws SaveException when the folder is not to be used
     */
    void check() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw SaveException.refused(folder, "it is a file, not a folder");
        }
        make(folder.toAbsolutePath());
        Optional<Manifest> manifest = Manifest.read(folder);
        if (manifest.isEmpty() && !isFresh()) {
            throw SaveException.refused(folder, "its file " + Manifest.NAME + " is missing; nothing was changed");
        }
    }

    private void make(@Nullable Path missing) throws IOException {
        if (missing != null && Files.notExists(missing)) {
            make(missing.getParent());
            Files.createDirectory(missing);
            Path parent = missing.getParent();
            if (parent != null) {
                disk.forceFolder(parent);
            }
        }
    }

    /** Whether nothing was ever saved: a process may have ended while it made the first log. */
    private boolean isFresh() throws IOException {
        Generation first = new Generation(folder, 1);
        boolean isLogEmpty = Files.notExists(first.log()) || Files.size(first.log()) <= LogFormat.HEAD;
        return isLogEmpty
                && Files.notExists(first.table())
                && first.others().stream().allMatch(file -> file.endsWith(Manifest.NEXT));
    }

    /**
     * Opens the store of a locked folder.
     *
     * @throws SaveException when the folder is not to be used
     */
    Store open() throws IOException {
        check();
        Optional<Manifest> manifest = Manifest.read(folder);
        return manifest.isPresent() ? open(manifest.get()) : create();
    }

    private Store create() throws IOException {
        Generation first = new Generation(folder, 1);
        Manifest manifest = new Manifest(1, 0, 0);
        LogFile log = LogFile.create(disk, first.log(), first.number());
        disk.forceFolder(folder);
        manifest.write(disk, folder);
        return new Store(disk, longLog, first, manifest, log, null);
    }

    private Store open(Manifest manifest) throws IOException {
        Generation generation = new Generation(folder, manifest.generation());
        if (!hasTable(generation, manifest)) {
            throw SaveException.damaged(generation.table(), "its checksum");
        }
        if (length(generation.log()) < 0) {
            throw SaveException.damaged(generation.log(), "it is missing");
        }
        LogFile log = LogFile.open(disk, generation.log(), generation.number());
        try {
            SavedTable table = manifest.hasTable() ? SavedTable.open(generation.table()) : null;
            log.repair();
            for (Path file : generation.others()) {
                disk.delete(file);
            }
            return new Store(disk, longLog, generation, manifest, log, table);
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static boolean hasTable(Generation generation, Manifest manifest) throws IOException {
        return !manifest.hasTable()
                || (length(generation.table()) == manifest.tableLength()
                        && Checksum.of(generation.table()) == manifest.tableSum());
    }

    private static long length(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : -1;
    }
}
