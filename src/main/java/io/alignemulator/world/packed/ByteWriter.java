package io.alignemulator.world.packed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes that grow. Numbers are packed: seven bits a byte, small ones of either sign in one byte. */
public final class ByteWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    public void octet(int value) {
        bytes.write(value);
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
        raw(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    public void raw(byte[] value) {
        bytes.writeBytes(value);
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
        return value.chars().allMatch(character -> character <= 0xFF);
    }

    public static byte[] wide(String value) {
        byte[] wide = new byte[value.length() * Character.BYTES];
        ByteBuffer.wrap(wide).asCharBuffer().put(value);
        return wide;
    }
}
