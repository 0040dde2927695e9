package io.alignemulator.save.folder;

import java.util.Arrays;
import java.util.Comparator;

/** A value under its key. */
record KeyValue(byte[] key, byte[] value) {

    /** The order of keys. */
    static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
