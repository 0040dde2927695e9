package io.alignemulator.save.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A disk on which something happens before each step, and in the middle of each write but that of a mark, which neither a killed process nor a disk tears. */
class WatchedDisk extends Disk {

    /** What happens; an exception is the disk's. */
    interface Watcher {
        void step() throws IOException;
    }

    private final Watcher watcher;

    WatchedDisk(Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        watcher.step();
        boolean isMark = bytes.remaining() == LogFormat.HEAD - LogFormat.MARK;
        int half = isMark ? 0 : bytes.remaining() / 2;
        if (!isMark) {
            super.write(channel, bytes.slice(0, half), position);
            watcher.step();
        }
        super.write(channel, bytes.slice(half, bytes.remaining() - half), position + half);
    }

    @Override
    void force(FileChannel channel) throws IOException {
        watcher.step();
        super.force(channel);
    }

    @Override
    void truncate(FileChannel channel, long length) throws IOException {
        watcher.step();
        super.truncate(channel, length);
    }

    @Override
    void replace(Path by, Path file) throws IOException {
        watcher.step();
        super.replace(by, file);
    }

    @Override
    void delete(Path file) throws IOException {
        watcher.step();
        super.delete(file);
    }

    @Override
    void forceFolder(Path folder) throws IOException {
        watcher.step();
        super.forceFolder(folder);
    }
}
