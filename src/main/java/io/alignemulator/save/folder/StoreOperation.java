package io.alignemulator.save.folder;

import io.alignemulator.world.packed.ByteReader;
import io.alignemulator.world.packed.ByteWriter;
import java.util.function.Consumer;

/**
 * One change of what is saved, as it stands in a batch.
 *
 * @param key the key, or what the keys begin with
 * @param valuePosition where the value of a put begins in the batch
 */
record StoreOperation(Kind kind, byte[] key, int valuePosition, int valueLength) {

    /** What is done with the key. */
    enum Kind {
        /** Gets a value. */
        PUT,
        /** Is gone. */
        DELETE,
        /** Is gone with all others that begin so. */
        DROP
    }

    static void put(ByteWriter batch, byte[] key, byte[] value) {
        batch.octet(Kind.PUT.ordinal());
        batch.block(key);
        batch.block(value);
    }

    static void delete(ByteWriter batch, byte[] key) {
        batch.octet(Kind.DELETE.ordinal());
        batch.block(key);
    }

    static void drop(ByteWriter batch, byte[] prefix) {
        batch.octet(Kind.DROP.ordinal());
        batch.block(prefix);
    }

    static void each(byte[] batch, Consumer<StoreOperation> action) {
        ByteReader in = new ByteReader(batch);
        while (in.hasMore()) {
            Kind kind = Kind.values()[in.octet()];
            byte[] key = in.block();
            int length = kind == Kind.PUT ? in.count() : 0;
            action.accept(new StoreOperation(kind, key, in.position(), length));
            in.skip(length);
        }
    }
}
