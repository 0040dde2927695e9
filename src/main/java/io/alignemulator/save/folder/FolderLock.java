package io.alignemulator.save.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps everybody else out of a folder, until it is closed or the process ends.
 *
 * <p>Two files, because on POSIX systems a process loses its lock on a file as soon as it closes that file, whichever of its openings it closes. A second attempt of the same
 * process fails at the guard, in the memory of the JVM, and only the guard's own lock is lost when the attempt closes it; nobody relies on that one between processes.
 */
final class FolderLock implements Closeable {

    private static final String GUARD = "align.guard";
    static final String LOCK = "align.lock";

    private final List<Path> made;

    // The locks and not only their files: a JVM forgets those that nobody refers to.
    private final FileLock guard;
    private final FileLock lock;

    private FolderLock(List<Path> made, FileLock guard, FileLock lock) {
        this.made = made;
        this.guard = guard;
        this.lock = lock;
    }

    /**
     * Locks a folder.
     *
     * @throws SaveException when it is locked
     */
    static FolderLock of(Path folder) throws IOException {
        List<Path> missing = Stream.of(GUARD, LOCK)
                .map(folder::resolve)
                .filter(Files::notExists)
                .toList();
        FileLock guard = locked(folder, GUARD);
        try {
            return new FolderLock(missing, guard, locked(folder, LOCK));
        } catch (IOException | RuntimeException e) {
            guard.acquiredBy().close();
            throw e;
        }
    }

    private static FileLock locked(Path folder, String file) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // held by this process
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw SaveException.refused(folder, "it is in use by another emulator");
    }

    /** Leaves the folder as it was. */
    void undo() throws IOException {
        for (Path file : made) {
            Files.deleteIfExists(file);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        try {
            lock.acquiredBy().close();
        } finally {
            guard.acquiredBy().close();
        }
    }
}
