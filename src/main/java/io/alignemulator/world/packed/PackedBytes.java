package io.alignemulator.world.packed;

import java.nio.ByteBuffer;

/** Where a packed world lies. May be asked by several threads at once. */
public interface PackedBytes {

    /** In bytes. */
    long size();

    /** Fills the buffer from its position to its limit with what stands from there on. */
    void read(long from, ByteBuffer to);

    /** Some bytes. */
    default byte[] read(long from, int length) {
        byte[] bytes = new byte[length];
        read(from, ByteBuffer.wrap(bytes));
        return bytes;
    }
}
