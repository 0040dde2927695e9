package io.alignemulator.save.folder;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A log that batches are added to. */
final class LogFile implements Closeable {

    private static final int BUFFER = 1 << 18;

    /** Bytes that there has to be room for again. */
    private static final int ROOM = 1 << 16;

    private final Disk disk;
    private final Path file;
    private final int generation;
    private final FileChannel channel;
    private final Changes changes;
    private final Presence presence;
    private long length;

    /** Whether something that is not acknowledged may stand behind the last batch. */
    private boolean isTorn;

    private LogFile(Disk disk, Path file, int generation, FileChannel channel, Changes changes, long length)
            throws IOException {
        this.presence = Presence.of(file);
        this.disk = disk;
        this.file = file;
        this.generation = generation;
        this.channel = channel;
        this.changes = changes;
        this.length = length;
    }

    /** A new log without batches, in the place of any other file of that name. */
    static LogFile create(Disk disk, Path file, int generation) throws IOException {
        FileChannel channel = disk.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        LogFile log = new LogFile(disk, file, generation, channel, new Changes(), LogFormat.HEAD);
        disk.write(channel, LogFormat.head(generation), 0);
        disk.force(channel);
        return log;
    }

    /** A log as it was left, read but not yet touched. */
    static LogFile open(Disk disk, Path file, int generation) throws IOException {
        Changes changes = new Changes();
        long end = read(file, generation, changes);
        FileChannel channel = disk.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new LogFile(disk, file, generation, channel, changes, end);
    }

    /** Applies all batches, and returns where the last whole one ends; an acknowledged one that is not there as it was written is damage. */
    private static long read(Path file, int generation, Changes changes) throws IOException {
        long length = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            long acknowledged =
                    length < LogFormat.HEAD ? -1 : LogFormat.acknowledged(in.readNBytes(LogFormat.HEAD), generation);
            if (acknowledged < LogFormat.HEAD) {
                throw SaveException.damaged(file, "its head");
            }
            long position = LogFormat.HEAD;
            for (long rest = length - position; rest >= LogFormat.BATCH_HEAD; rest = length - position) {
                int size = in.readInt();
                int sum = in.readInt();
                if (size < 0 || size > rest - LogFormat.BATCH_HEAD) {
                    break;
                }
                byte[] batch = in.readNBytes(size);
                if (LogFormat.checksum(generation, position, batch) != sum) {
                    break;
                }
                changes.apply(batch, position + LogFormat.BATCH_HEAD);
                position += LogFormat.BATCH_HEAD + size;
            }
            if (position < acknowledged) {
                throw SaveException.damaged(file, "at byte " + position);
            }
            return position;
        }
    }

    /** Cuts off a batch that was being written when the process ended, and acknowledges those before it, which somebody may see from now on. */
    void repair() throws IOException {
        if (channel.size() > length) {
            disk.truncate(channel, length);
        }
        disk.force(channel);
        disk.write(channel, LogFormat.mark(generation, length), LogFormat.MARK);
    }

    /** Takes away what an append that failed has left, so that nobody finds it when the file is opened again. Needs no room. */
    void cutBack() throws IOException {
        if (isTorn) {
            disk.write(channel, LogFormat.mark(generation, length), LogFormat.MARK);
            disk.force(channel);
            disk.truncate(channel, length);
            disk.force(channel);
            isTorn = false;
        }
    }

    /** Finds out whether it can be written again. */
    void probe() throws IOException {
        cutBack();
        isTorn = true;
        disk.write(channel, ByteBuffer.allocate(ROOM), length);
        disk.force(channel);
        cutBack();
        presence.check();
    }

    /** @throws IOException when it is no longer where it was opened */
    void check() throws IOException {
        presence.check();
    }

    /** Adds batches and returns when they are safe; when that fails none of them is there after {@link #cutBack}, and more can be added then. */
    void append(List<byte[]> batches) throws IOException {
        cutBack();
        long total = 0;
        for (byte[] batch : batches) {
            total += LogFormat.BATCH_HEAD + batch.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(total));
        for (byte[] batch : batches) {
            bytes.put(LogFormat.batchHead(generation, length + bytes.position(), batch));
            bytes.put(batch);
        }
        isTorn = true;
        disk.write(channel, bytes.flip(), length);
        disk.force(channel);
        presence.check();
        disk.write(channel, LogFormat.mark(generation, length + total), LogFormat.MARK);
        isTorn = false;
        for (byte[] batch : batches) {
            changes.apply(batch, length + LogFormat.BATCH_HEAD);
            length += LogFormat.BATCH_HEAD + batch.length;
        }
    }

    /** Reads a value that a batch put. */
    byte[] read(Changes.Slice slice) throws IOException {
        ByteBuffer value = ByteBuffer.allocate(slice.length());
        while (value.hasRemaining()) {
            if (channel.read(value, slice.position() + value.position()) < 0) {
                throw SaveException.damaged(file, "at byte " + slice.position());
            }
        }
        return value.array();
    }

    Changes changes() {
        return changes;
    }

    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
