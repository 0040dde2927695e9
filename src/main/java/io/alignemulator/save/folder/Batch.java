package io.alignemulator.save.folder;

import io.alignemulator.world.Row;
import io.alignemulator.world.packed.ByteWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Changes that are saved together or not at all, in the order in which they were added. Filled by one thread, then submitted; what is added later has no effect.
 */
public final class Batch {

    /** The value of a row that a world does not have. */
    private static final byte[] REMOVED = {};

    private final ByteWriter operations = new ByteWriter();
    private final Map<String, Optional<byte[]>> documents = new LinkedHashMap<>();

    /** Saves a document in the place of any other of that name. */
    public Batch putDocument(String name, byte[] content) {
        StoreOperation.put(operations, Keys.document(name), content);
        documents.put(name, Optional.of(content.clone()));
        return this;
    }

    /** Forgets a document. */
    public Batch removeDocument(String name) {
        StoreOperation.delete(operations, Keys.document(name));
        documents.put(name, Optional.empty());
        return this;
    }

    /** Saves a row as a part of a world, in the place of any other of that resource and id. */
    public Batch putRow(String world, Row row) {
        ByteWriter value = new ByteWriter();
        RowCodec.write(value, row);
        StoreOperation.put(operations, Keys.row(world, row), value.toBytes());
        return this;
    }

    /** Saves that a world has no such record: its seed may have had it. */
    public Batch removeRow(String world, String resource, long id) {
        StoreOperation.put(operations, Keys.row(world, resource, id), REMOVED);
        return this;
    }

    /** Forgets everything saved of a world. */
    public Batch dropWorld(String world) {
        StoreOperation.drop(operations, Keys.world(world));
        return this;
    }

    static boolean isRemoval(byte[] row) {
        return row.length == REMOVED.length;
    }

    byte[] toBytes() {
        return operations.toBytes();
    }

    /** What became of the documents, by name; empty for those that are gone. */
    Map<String, Optional<byte[]>> documents() {
        return Map.copyOf(documents);
    }
}
