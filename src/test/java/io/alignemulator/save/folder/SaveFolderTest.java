package io.alignemulator.save.folder;

import static io.alignemulator.save.folder.Saves.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.Row;
import io.alignemulator.world.RowKey;
import io.alignemulator.world.Rows;
import io.alignemulator.world.packed.ByteWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is put into a folder is there when it is opened again. */
@Timeout(60)
class SaveFolderTest {

    private static final Row EPIC = Rows.row("Epic", 7, "title", "Seven");

    @TempDir
    Path temp;

    @Test
    void aFolderIsMadeWhenThereIsNone() {
        Path folder = temp.resolve("a/b");
        try (SaveFolder save = Saves.open(folder)) {
            assertEquals(Map.of(), save.documents());
            assertEquals(Optional.empty(), save.rows("w"));
        }
        assertTrue(Files.isDirectory(folder));
        try (SaveFolder save = Saves.open(folder)) {
            assertEquals(Map.of(), save.documents());
        }
    }

    @Test
    void otherFilesInTheFolderAreLeftAlone() throws Exception {
        Files.writeString(temp.resolve("notes.txt"), "mine");
        Files.writeString(temp.resolve("align-x.log"), "mine");
        Files.createDirectories(temp.resolve("align-5"));
        Saves.open(temp).close();
        Saves.open(temp).close();
        assertEquals("mine", Files.readString(temp.resolve("notes.txt")));
        assertEquals("mine", Files.readString(temp.resolve("align-x.log")));
        assertTrue(Files.exists(temp.resolve("align-5")));
    }

    @Test
    void documentsAndRowsAreThereAtOnceAndAfterwards() {
        try (SaveFolder save = Saves.open(temp)) {
            save.submit(new Batch()
                            .putDocument("a", bytes("1"))
                            .putDocument("b", bytes(""))
                            .putRow("w", EPIC)
                            .removeRow("w", "Feature", 3))
                    .join();
            isThere(save);
        }
        try (SaveFolder save = Saves.open(temp)) {
            isThere(save);
        }
    }

    private static void isThere(SaveFolder save) {
        assertEquals(Map.of("a", "1", "b", ""), Saves.documents(save));
        assertEquals(Optional.of(new SavedRows(List.of(EPIC), List.of(new RowKey("Feature", 3)))), save.rows("w"));
        assertEquals(Optional.empty(), save.rows("v"));
    }

    @Test
    void theLastChangeCounts() {
        try (SaveFolder save = Saves.open(temp)) {
            save.submit(new Batch()
                    .putRow("w", EPIC)
                    .removeRow("w", "Epic", 7)
                    .putDocument("a", bytes("1"))
                    .removeDocument("a")
                    .putDocument("b", bytes("1")));
            save.submit(new Batch().removeRow("w", "Epic", 8).putRow("w", Rows.row("Epic", 8)));
            save.submit(new Batch().removeDocument("b").putDocument("a", bytes("2")))
                    .join();
        }
        try (SaveFolder save = Saves.open(temp)) {
            assertEquals(Map.of("a", "2"), Saves.documents(save));
            assertEquals(
                    Map.of("Epic/7", Optional.empty(), "Epic/8", Optional.of(Rows.row("Epic", 8))),
                    Saves.rows(save, "w"));
        }
    }

    @Test
    void aDroppedWorldIsGoneAndCanBeginAgain() {
        try (SaveFolder save = Saves.open(temp)) {
            save.submit(new Batch().putRow("w", EPIC).putRow("ww", EPIC).removeRow("w", "Epic", 1));
            save.submit(new Batch().dropWorld("w"));
            assertEquals(Optional.empty(), save.rows("w"));
            save.submit(new Batch().putRow("w", Rows.row("Epic", 9)).dropWorld("v"));
            save.submit(new Batch().putRow("x", EPIC).dropWorld("x").putRow("x", Rows.row("Epic", 1)));
        }
        try (SaveFolder save = Saves.open(temp)) {
            assertEquals(Map.of("Epic/9", Optional.of(Rows.row("Epic", 9))), Saves.rows(save, "w"));
            assertEquals(Map.of("Epic/7", Optional.of(EPIC)), Saves.rows(save, "ww"));
            assertEquals(Map.of("Epic/1", Optional.of(Rows.row("Epic", 1))), Saves.rows(save, "x"));
        }
    }

    @Test
    void everythingSubmittedIsSavedByTheTimeTheFolderIsClosed() {
        List<CompletableFuture<Void>> saved = new ArrayList<>();
        try (SaveFolder save = Saves.openShort(temp)) {
            for (long id = 1; id <= 50; id++) {
                saved.add(save.submit(new Batch().putRow("w", Rows.row("Epic", id))));
            }
        }
        assertTrue(saved.stream().allMatch(CompletableFuture::isDone));
        assertFalse(saved.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
        try (SaveFolder save = Saves.open(temp)) {
            assertEquals(50, Saves.rows(save, "w").size());
        }
    }

    @Test
    void rowsAreReadAfterWhatWasSubmittedBefore() {
        try (SaveFolder save = Saves.openShort(temp)) {
            for (long id = 1; id <= 50; id++) {
                save.submit(new Batch().putRow("w", Rows.row("Epic", id)));
                assertEquals(id, Saves.rows(save, "w").size());
            }
        }
    }

    @Test
    void whatDependsOnABatchMayReadWhatIsSaved() {
        try (SaveFolder save = Saves.open(temp)) {
            assertEquals(
                    1,
                    save.submit(new Batch().putRow("w", EPIC))
                            .thenApply(done -> Saves.rows(save, "w").size())
                            .join());
        }
    }

    @Test
    void valuesOfAnySizeAreKept() {
        String longText = "x".repeat(3 * SavedTable.PIECE + 1);
        byte[] exact = new byte[2 * SavedTable.PIECE];
        exact[exact.length - 1] = 1;
        try (SaveFolder save = Saves.openShort(temp)) {
            save.submit(new Batch().putRow("w", Rows.with(EPIC, "title", longText)));
            for (int i = 0; i < 40; i++) {
                save.submit(new Batch().putDocument("d" + i, exact));
            }
            save.submit(new Batch().putDocument("empty", new byte[0]));
            save.submit(new Batch());
        }
        try (SaveFolder save = Saves.open(temp)) {
            assertEquals(
                    longText, Saves.rows(save, "w").get("Epic/7").orElseThrow().get("title"));
            assertArrayEquals(exact, save.documents().get("d39"));
            assertArrayEquals(new byte[0], save.documents().get("empty"));
            assertEquals(41, save.documents().size());
        }
    }

    @Test
    void namesCanBeAnyTextThatIsNotTooLong() {
        List<String> names = List.of("", "a", "a/b", "\uD83D", "é", "\u0001", "n".repeat(500));
        try (SaveFolder save = Saves.openShort(temp)) {
            for (String name : names) {
                save.submit(new Batch().putDocument(name, bytes(name)).putRow(name, Rows.with(EPIC, "title", name)));
            }
            assertThrows(IllegalArgumentException.class, () -> new Batch().putDocument("a\0b", bytes("")));
            assertThrows(IllegalArgumentException.class, () -> new Batch().dropWorld("n".repeat(501)));
        }
        try (SaveFolder save = Saves.open(temp)) {
            assertEquals(java.util.Set.copyOf(names), save.documents().keySet());
            for (String name : names) {
                assertEquals(
                        name, Saves.rows(save, name).get("Epic/7").orElseThrow().get("title"));
            }
        }
    }

    @Test
    void whatIsHandedOverIsCopied() {
        byte[] content = bytes("1");
        Batch batch = new Batch().putDocument("a", content);
        content[0] = '9';
        try (SaveFolder save = Saves.open(temp)) {
            CompletableFuture<Void> saved = save.submit(batch);
            batch.putDocument("b", bytes("too late"));
            saved.join();
            save.documents().get("a")[0] = '9';
            assertEquals(Map.of("a", "1"), Saves.documents(save));
        }
    }

    @Test
    void rowsOfAResourceThatTheCatalogueDoesNotHaveAreLeftOut() throws Exception {
        try (SaveFolder save = Saves.open(temp)) {
            save.submit(new Batch().putRow("w", EPIC).removeRow("w", "Sprint", 1));
        }
        byte[] log = Files.readAllBytes(temp.resolve("align-1.log"));
        assertTrue(log.length > LogFormat.HEAD);
        try (Store store = new StoreOpening(new Disk(), temp, Long.MAX_VALUE).open()) {
            ByteWriter batch = new ByteWriter();
            ByteWriter row = new ByteWriter();
            RowCodec.write(row, EPIC);
            StoreOperation.put(batch, Keys.row("w", "Sprint", 2), row.toBytes());
            store.commit(List.of(batch.toBytes()));
        }
        try (SaveFolder save = Saves.open(temp)) {
            assertEquals(Map.of("Epic/7", Optional.of(EPIC), "Sprint/1", Optional.empty()), Saves.rows(save, "w"));
        }
    }

    @Test
    void nothingIsTakenAfterTheEnd() {
        SaveFolder save = Saves.open(temp);
        save.close();
        save.close();
        CompletionException refused =
                assertThrows(CompletionException.class, () -> save.submit(new Batch().putRow("w", EPIC))
                        .join());
        assertEquals(
                "Cannot save in " + temp + ": it is closed", refused.getCause().getMessage());
        assertThrows(SaveException.class, () -> save.rows("w"));
    }
}
