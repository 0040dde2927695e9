package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.Rows;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a log has grown long, everything saved is written anew and the log begins again; or, if that does not come to its end, nothing has happened. */
class CompactionTest {

    private static final int DOCUMENTS = 30;

    @TempDir
    Path folder;

    private Store store(long longLog) throws IOException {
        return new StoreOpening(new Disk(), folder, longLog).open();
    }

    private static void fill(Store store) throws IOException {
        for (int i = 0; i < DOCUMENTS; i++) {
            store.commit(List.of(
                    new Batch().putDocument("d" + i, Saves.bytes("v" + i)).toBytes()));
        }
    }

    private static Map<String, String> contents(Store store) {
        Map<String, String> contents = new TreeMap<>();
        store.entries(Keys.documents())
                .forEachRemaining(entry -> contents.put(Keys.documentName(entry.key()), new String(entry.value())));
        return contents;
    }

    private int generation() throws IOException {
        return Manifest.read(folder).orElseThrow().generation();
    }

    @Test
    void oneThatIsToldToStopChangesNothing() throws Exception {
        try (Store store = store(0)) {
            fill(store);
            Map<String, String> before = contents(store);
            for (int after = 0; after <= DOCUMENTS; after++) {
                int[] rest = {after};
                store.compact(() -> rest[0]-- == 0);
                assertEquals(1, generation(), "stopped after " + after);
                assertEquals(before, contents(store));
            }
            store.compact(() -> false);
            assertEquals(2, generation());
            assertEquals(before, contents(store));
        }
        try (Store store = store(0)) {
            assertEquals(DOCUMENTS, contents(store).size());
        }
    }

    @Test
    void nothingIsLeftOfAnEarlierGeneration() throws Exception {
        try (Store store = store(0)) {
            fill(store);
            store.compact(() -> false);
            store.compact(() -> false);
        }
        Files.writeString(folder.resolve("align-4.table"), "left by a process that was killed");
        Files.writeString(folder.resolve("align.save.new"), "left by a process that was killed");
        store(0).close();
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("align-3.log", "align-3.table", "align.save"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void withoutAnythingSavedThereIsNoTable() throws Exception {
        try (Store store = store(0)) {
            fill(store);
            store.compact(() -> false);
            for (int i = 0; i < DOCUMENTS; i++) {
                store.commit(List.of(new Batch().removeDocument("d" + i).toBytes()));
            }
            store.compact(() -> false);
            assertEquals(Map.of(), contents(store));
        }
        assertFalse(Manifest.read(folder).orElseThrow().hasTable());
        assertTrue(Files.notExists(folder.resolve("align-3.table")));
        try (Store store = store(0)) {
            assertEquals(Map.of(), contents(store));
        }
    }

    @Test
    void aLargeTableIsNotWrittenAgainForAFewChanges() throws Exception {
        try (Store store = store(100_000)) {
            assertFalse(store.isLong());
            store.commit(
                    List.of(new Batch().putDocument("d", new byte[1_000_000]).toBytes()));
            assertTrue(store.isLong());
            store.compact(() -> false);
            store.commit(List.of(new Batch().putDocument("e", new byte[300_000]).toBytes()));
            assertFalse(store.isLong());
            store.commit(List.of(new Batch().putDocument("e", new byte[100_000]).toBytes()));
            assertTrue(store.isLong(), "but no log grows for ever");
        }
    }

    @Test
    void aTableThatDoesNotHoldWhatWasWrittenIsNotUsed() throws Exception {
        Disk failing = new Disk() {
            @Override
            FileChannel open(Path file, OpenOption... options) throws IOException {
                if (file.toString().endsWith(".table")) {
                    byte[] table = Files.readAllBytes(file);
                    table[new String(table, StandardCharsets.ISO_8859_1).indexOf("wanted")]++;
                    Files.write(file, table);
                }
                return super.open(file, options);
            }
        };
        try (SaveFolder save = SaveFolder.open(folder, Rows.CATALOGUE, failing, 0)) {
            save.submit(new Batch().putDocument("d", Saves.bytes("wanted"))).join();
            save.submit(new Batch().putDocument("e", Saves.bytes("later"))).join();
            assertEquals(Optional.empty(), save.failure());
        }
        assertEquals(1, Manifest.read(folder).orElseThrow().generation());
        try (SaveFolder save = Saves.open(folder)) {
            assertEquals(Map.of("d", "wanted", "e", "later"), Saves.documents(save));
        }
    }
}
