package io.alignemulator.save.folder;

import io.alignemulator.world.Row;
import io.alignemulator.world.RowKey;
import io.alignemulator.world.packed.ByteReader;
import io.alignemulator.world.packed.ByteWriter;

/**
 * Everything saved is a value under a key of bytes, sorted byte by byte: documents first, then the rows of each world together. No key begins with another one, as a name ends
 * with two zero bytes, which it cannot hold.
 */
final class Keys {

    private static final int DOCUMENT = 1;
    private static final int ROW = 2;

    /** Keys have to fit in the pages of a table. */
    private static final int LONGEST_NAME = 500;

    private Keys() {}

    /** What the keys of all documents begin with. */
    static byte[] documents() {
        return new byte[] {DOCUMENT};
    }

    static byte[] document(String name) {
        ByteWriter key = new ByteWriter();
        key.octet(DOCUMENT);
        name(key, name);
        return key.toBytes();
    }

    /** What the keys of all rows of a world begin with. */
    static byte[] world(String name) {
        ByteWriter key = new ByteWriter();
        key.octet(ROW);
        name(key, name);
        return key.toBytes();
    }

    static byte[] row(String world, Row row) {
        return row(world, row.resource().name(), row.id());
    }

    static byte[] row(String world, String resource, long id) {
        ByteWriter key = new ByteWriter();
        key.octet(ROW);
        name(key, world);
        name(key, resource);
        key.fixed(id);
        return key.toBytes();
    }

    static String documentName(byte[] key) {
        return name(new ByteReader(key), 1);
    }

    static RowKey rowKey(byte[] key, byte[] world) {
        ByteReader in = new ByteReader(key);
        String resource = name(in, world.length);
        return new RowKey(resource, in.fixed());
    }

    private static void name(ByteWriter key, String name) {
        if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "a name has at most " + LONGEST_NAME + " characters, none of them with the code 0");
        }
        key.raw(ByteWriter.wide(name));
        key.octet(0);
        key.octet(0);
    }

    private static String name(ByteReader in, int from) {
        in.skip(from);
        StringBuilder name = new StringBuilder();
        for (char c = in.character(); c != 0; c = in.character()) {
            name.append(c);
        }
        return name.toString();
    }
}
