package io.alignemulator.save.folder;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Everything that changes files, so that tests can let each step fail or be the last. */
class Disk {

    /** What is handed to the operating system at once: it copies each piece outside the heap. */
    private static final int PIECE = 1 << 20;

    FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, options);
    }

    void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        int end = bytes.limit();
        long to = position;
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + PIECE));
            to += channel.write(bytes, to);
        }
    }

    /** Returns when the content of the file is safe from a loss of power. */
    void force(FileChannel channel) throws IOException {
        channel.force(false);
    }

    void truncate(FileChannel channel, long length) throws IOException {
        channel.truncate(length);
    }

    /** Exchanges a file in one step: at any moment there is the old one or the new one. */
    void replace(Path by, Path file) throws IOException {
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Returns when the names in the folder are safe from a loss of power. */
    void forceFolder(Path folder) throws IOException {
        if (File.separatorChar == '/') { // Windows cannot open folders, and has no need to
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
