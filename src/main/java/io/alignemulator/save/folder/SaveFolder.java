package io.alignemulator.save.folder;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowKey;
import io.alignemulator.world.packed.ByteReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A folder that keeps sites. What was acknowledged is there when it is opened again, whatever ended the process in between; what was not is there as a whole batch or not at all.
 * A folder that holds something else, or that is damaged, is refused and stays as it is. One process at a time.
 */
public final class SaveFolder implements AutoCloseable {

    /** Bytes of a log after which everything saved is written anew. */
    private static final long LONG_LOG = 16 << 20;

    /** A class of the library, which is optional for those who embed the emulator. */
    private static final String LIBRARY = "/org/mapdb/SortedTableMap.class";

    private final Path folder;
    private final Catalogue catalogue;
    private final FolderLock lock;
    private final Writer writer;
    private final Documents documents;

    private SaveFolder(Path folder, Catalogue catalogue, FolderLock lock, Writer writer, Documents documents) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.lock = lock;
        this.writer = writer;
        this.documents = documents;
    }

    /**
     * Opens a folder, and makes it when it is not there.
     *
     * @throws SaveException when the folder cannot be used, is in use, holds something else, is damaged, or was written by a newer version
     */
    public static SaveFolder open(Path folder, Catalogue catalogue) {
        return open(folder, catalogue, new Disk(), LONG_LOG);
    }

    static SaveFolder open(Path folder, Catalogue catalogue, Disk disk, long longLog) {
        if (SaveFolder.class.getResource(LIBRARY) == null) {
            throw SaveException.refused(folder, "this needs MapDB (org.mapdb:mapdb) on the class path");
        }
        StoreOpening opening = new StoreOpening(disk, folder, longLog);
        try {
            opening.check();
            FolderLock lock = FolderLock.of(folder);
            try {
                Store store = opening.open();
                Documents documents = Documents.of(store);
                return new SaveFolder(folder, catalogue, lock, Writer.start(folder, store), documents);
            } catch (IOException | RuntimeException e) {
                lock.undo();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof SaveException refusal ? refusal : SaveException.unusable(folder, e);
        }
    }

    /** The documents as the last commit left them, by name. */
    public Map<String, byte[]> documents() {
        return documents.copy();
    }

    /**
     * What is saved of a world, after everything that was submitted before; empty when nothing is. Rows of resources that the catalogue does not have are left out.
     *
     * @throws SaveException when it cannot be read
     */
    public Optional<SavedRows> rows(String world) {
        byte[] prefix = Keys.world(world);
        SavedRows saved = joined(writer.ask(store -> rows(store.entries(prefix), prefix)));
        return saved.rows().isEmpty() && saved.removed().isEmpty() ? Optional.empty() : Optional.of(saved);
    }

    private SavedRows rows(Iterator<KeyValue> entries, byte[] prefix) {
        List<Row> rows = new ArrayList<>();
        List<RowKey> removed = new ArrayList<>();
        while (entries.hasNext()) {
            KeyValue entry = entries.next();
            RowKey key = Keys.rowKey(entry.key(), prefix);
            if (Batch.isRemoval(entry.value())) {
                removed.add(key);
            } else {
                catalogue
                        .find(key.resource())
                        .ifPresent(resource -> rows.add(RowCodec.read(new ByteReader(entry.value()), resource)));
            }
        }
        return new SavedRows(rows, removed);
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SaveException failure ? failure : e;
        }
    }

    /**
     * Saves a batch. Batches are applied in the order in which they are submitted, and those that wait are committed together.
     *
     * @return completes when the batch is safe from the end of the process and from a loss of power, on the thread that saves: what depends on it should be short. Completes with a
     *     {@link SaveException} when it could not be saved; then no batch is that was submitted before that was told, and nothing of either is there when the folder is opened again.
     */
    public CompletableFuture<Void> submit(Batch batch) {
        Map<String, Optional<byte[]>> changed = batch.documents();
        return writer.commit(batch.toBytes(), () -> documents.apply(changed));
    }

    /** Why nothing can be saved at present; empty while all is well. */
    public Optional<SaveException> failure() {
        return writer.failure();
    }

    /** Saves what was submitted and lets others use the folder. */
    @Override
    public void close() {
        try (lock) {
            writer.close();
        } catch (IOException e) {
            throw SaveException.failed(folder, e);
        }
    }
}
