package io.alignemulator.save.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Sums that tell whether bytes are the ones that were written. */
final class Checksum {

    private final CRC32C sum = new CRC32C();

    static int of(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    static int of(Path file) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32C())) {
            in.transferTo(OutputStream.nullOutputStream());
            return (int) in.getChecksum().getValue();
        }
    }

    Checksum and(long number) {
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        return this;
    }

    Checksum and(byte[] bytes) {
        sum.update(bytes);
        return this;
    }

    Checksum and(KeyValue entry) {
        return and(entry.key().length)
                .and(entry.key())
                .and(entry.value().length)
                .and(entry.value());
    }

    int value() {
        return (int) sum.getValue();
    }
}
