package io.alignemulator.save.folder;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a log from end to end. */
final class LogReader {

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final int generation;
    private final Changes changes;

    LogReader(Path file, int generation, Changes changes) {
        this.file = file;
        this.generation = generation;
        this.changes = changes;
    }

    /**
     * Applies all batches to the changes.
     *
     * @return where the last whole batch ends
     * @throws SaveException when a batch that was acknowledged is not there as it was written
     */
    long read() throws IOException {
        long length = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            long acknowledged =
                    length < LogFormat.HEAD ? -1 : LogFormat.acknowledged(in.readNBytes(LogFormat.HEAD), generation);
            if (acknowledged < LogFormat.HEAD) {
                throw SaveException.damaged(file, "its head");
            }
            long position = LogFormat.HEAD;
            for (long next = batch(in, position, length); next > 0; next = batch(in, position, length)) {
                position = next;
            }
            if (position < acknowledged) {
                throw SaveException.damaged(file, "at byte " + position);
            }
            return position;
        }
    }

    /** Applies one batch and returns where it ends; 0 when there is none, or not a whole one. */
    private long batch(DataInputStream in, long position, long length) throws IOException {
        long rest = length - position - LogFormat.BATCH_HEAD;
        if (rest < 0) {
            return 0;
        }
        int size = in.readInt();
        int sum = in.readInt();
        if (size < 0 || size > rest) {
            return 0;
        }
        byte[] batch = in.readNBytes(size);
        long begin = position + LogFormat.BATCH_HEAD;
        if (LogFormat.checksum(generation, position, batch) != sum) {
            return 0;
        }
        changes.apply(batch, begin);
        return begin + size;
    }
}
