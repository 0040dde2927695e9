package io.alignemulator.world.packed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteWriter} wrote. Bytes that it did not write end in an {@link IndexOutOfBoundsException} or in an {@link IllegalStateException}. */
public final class ByteReader {

    private final byte[] bytes;
    private int position;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int position() {
        return position;
    }

    public boolean hasMore() {
        return position < bytes.length;
    }

    public char character() {
        return (char) ((octet() << 8) | octet());
    }

    public int octet() {
        return bytes[position++] & 0xFF;
    }

    public long number() {
        long packed = 0;
        int shift = 0;
        int next;
        do {
            next = octet();
            packed |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next >= 0x80 && shift < Long.SIZE);
        return (packed >>> 1) ^ -(packed & 1);
    }

    /** A number that says how much follows. */
    public int count() {
        long count = number();
        if (count < 0 || count > bytes.length - position) {
            throw new IllegalStateException("a length of " + count + " at " + position);
        }
        return (int) count;
    }

    public long fixed() {
        long value = ByteBuffer.wrap(bytes).getLong(position);
        position += Long.BYTES;
        return value;
    }

    public byte[] raw(int length) {
        byte[] value = new byte[length];
        System.arraycopy(bytes, position, value, 0, length);
        position += length;
        return value;
    }

    public byte[] block() {
        return raw(count());
    }

    public void skip(int length) {
        position += length;
    }

    public String text() {
        long length = number();
        boolean isNarrow = length >= 0;
        long size = isNarrow ? length : -length * Character.BYTES;
        if (size > bytes.length - position) {
            throw new IllegalStateException("a text of " + size + " bytes at " + position);
        }
        return isNarrow ? narrow((int) size) : wide((int) size);
    }

    private String narrow(int size) {
        String value = new String(bytes, position, size, StandardCharsets.ISO_8859_1);
        position += size;
        return value;
    }

    private String wide(int size) {
        String value = ByteBuffer.wrap(bytes, position, size).asCharBuffer().toString();
        position += size;
        return value;
    }
}
