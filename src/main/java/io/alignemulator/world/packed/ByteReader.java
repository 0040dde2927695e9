package io.alignemulator.world.packed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteWriter} wrote. Bytes that it did not write end in a {@link java.nio.BufferUnderflowException} or in an {@link IllegalStateException}. */
public final class ByteReader {

    private final ByteBuffer in;

    public ByteReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    public int position() {
        return in.position();
    }

    public boolean hasMore() {
        return in.hasRemaining();
    }

    public char character() {
        return in.getChar();
    }

    public int octet() {
        return in.get() & 0xFF;
    }

    /** The next octet, which stays. */
    int peek() {
        return in.get(in.position()) & 0xFF;
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
        return inside(number());
    }

    private int inside(long count) {
        if (count < 0 || count > in.remaining()) {
            throw new IllegalStateException("a length of " + count + " at " + in.position());
        }
        return (int) count;
    }

    public long fixed() {
        return in.getLong();
    }

    public byte[] block() {
        byte[] value = new byte[count()];
        in.get(value);
        return value;
    }

    public void skip(int length) {
        in.position(in.position() + length);
    }

    public String text() {
        long length = number();
        int size = inside(length >= 0 ? length : -length * Character.BYTES);
        int begin = in.position();
        skip(size);
        return length >= 0
                ? new String(in.array(), begin, size, StandardCharsets.ISO_8859_1)
                : ByteBuffer.wrap(in.array(), begin, size).asCharBuffer().toString();
    }
}
