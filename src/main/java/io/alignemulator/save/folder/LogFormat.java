package io.alignemulator.save.folder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a log. It begins with a head: what it is, and a mark that says up to where batches were acknowledged. Each batch has its length and a checksum in front.
 *
 * <p>The mark tells damage from the end of a log that a killed process left: in front of it every batch must be there and whole, behind it the first one that is not was never
 * acknowledged. It is written after each commit and lies in one sector of a disk with the rest of the head, so that it is either the old or the new one.
 */
final class LogFormat {

    static final int HEAD = 32;
    static final int MARK = 20;
    static final int BATCH_HEAD = 8;

    private static final byte[] MAGIC = "ALIGNLOG".getBytes(StandardCharsets.US_ASCII);

    private LogFormat() {}

    static ByteBuffer head(int generation) {
        ByteBuffer head =
                ByteBuffer.allocate(HEAD).put(MAGIC).putInt(Manifest.FORMAT).putInt(generation);
        head.putInt(Checksum.of(head.array(), head.position()));
        return head.put(mark(generation, HEAD)).flip();
    }

    static ByteBuffer mark(int generation, long acknowledged) {
        int sum = new Checksum().and(generation).and(acknowledged).value();
        return ByteBuffer.allocate(HEAD - MARK)
                .putLong(acknowledged)
                .putInt(sum)
                .flip();
    }

    /** What the mark says; -1 when the head is not the one of this log. */
    static long acknowledged(byte[] head, int generation) {
        long acknowledged = ByteBuffer.wrap(head).getLong(MARK);
        ByteBuffer expected =
                head(generation).put(MARK, mark(generation, acknowledged).array());
        return expected.equals(ByteBuffer.wrap(head)) ? acknowledged : -1;
    }

    static ByteBuffer batchHead(int generation, long position, byte[] batch) {
        return ByteBuffer.allocate(BATCH_HEAD)
                .putInt(batch.length)
                .putInt(checksum(generation, position, batch))
                .flip();
    }

    static int checksum(int generation, long position, byte[] batch) {
        return new Checksum()
                .and(generation)
                .and(position)
                .and(batch.length)
                .and(batch)
                .value();
    }
}
