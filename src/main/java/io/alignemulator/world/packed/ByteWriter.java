package io.alignemulator.world.packed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow. Numbers are packed: seven bits a byte, small ones of either sign in one byte. */
public final class ByteWriter {

    private byte[] bytes = new byte[256];
    private int size;

    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public void octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    public void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** Eight bytes, which unlike packed ones sort as the numbers do. */
    public void fixed(long value) {
        room(Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(size, value);
        size += Long.BYTES;
    }

    public void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** The length, then the bytes. */
    public void block(byte[] value) {
        number(value.length);
        raw(value);
    }

    /** One byte a character if that is enough, else two: whatever a Java text holds comes back, lone surrogates too, which UTF-8 cannot say. */
    public void text(String value) {
        boolean isNarrow = isNarrow(value);
        number(isNarrow ? value.length() : -value.length());
        raw(isNarrow ? value.getBytes(StandardCharsets.ISO_8859_1) : wide(value));
    }

    private static boolean isNarrow(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    public static byte[] wide(String value) {
        byte[] wide = new byte[value.length() * Character.BYTES];
        ByteBuffer.wrap(wide).asCharBuffer().put(value);
        return wide;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
