package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders that cannot be used are refused in one line, and are afterwards as they were. */
@Timeout(60)
class RefusalTest {

    @TempDir
    Path temp;

    /** Saves so much that there is a table, and something more in the log behind it. */
    private void fill() {
        try (SaveFolder save = Saves.openShort(temp)) {
            for (long id = 1; id <= 3; id++) {
                save.submit(new Batch().putRow("w", Rows.row("Epic", id))).join();
                save.rows("w"); // by then the table is written
            }
            save.submit(new Batch().putDocument("d", Saves.bytes("e"))).join();
        }
    }

    private String log() throws IOException {
        return name(".log");
    }

    private String table() throws IOException {
        return name(".table");
    }

    private String name(String end) throws IOException {
        try (var files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void refused(String reason) {
        Map<String, String> before = Saves.files(temp);
        SaveException refusal = assertThrows(SaveException.class, () -> Saves.open(temp));
        assertEquals(reason, refusal.getMessage().replace(temp.toString(), "FOLDER"));
        assertEquals(before, Saves.files(temp));
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(temp.resolve("f"), "x");
        SaveException refusal = assertThrows(SaveException.class, () -> Saves.open(file));
        assertEquals("Cannot keep data in " + file + ": it is a file, not a folder", refusal.getMessage());
        SaveException below = assertThrows(SaveException.class, () -> Saves.open(file.resolve("below")));
        assertFalse(below.getMessage().contains("\n"));
        assertEquals("x", Files.readString(file));
    }

    @Test
    void aFolderThatMustNotBeWrittenIsRefused() throws IOException {
        Path closed = Files.createDirectory(
                temp.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        if (Files.isWritable(closed)) {
            Saves.open(closed).close(); // the superuser may write anywhere
        } else {
            SaveException refusal = assertThrows(SaveException.class, () -> Saves.open(closed));
            assertTrue(refusal.getMessage().contains("no permission"), refusal.getMessage());
        }
    }

    @Test
    void aFolderThatCannotBeLockedIsRefused() throws IOException {
        Files.createDirectory(temp.resolve("align.lock"));
        SaveException refusal = assertThrows(SaveException.class, () -> Saves.open(temp));
        assertEquals("Cannot keep data in " + temp + ": " + temp + "/align.lock: Is a directory", refusal.getMessage());
        assertTrue(Files.notExists(temp.resolve(Manifest.NAME)));
    }

    @Test
    void aFileOfSomebodyElseIsRefused() throws IOException {
        Files.writeString(temp.resolve(Manifest.NAME), "my shopping list\n");
        refused(
                "Cannot keep data in FOLDER: its file align.save was not written by this emulator; nothing was changed");
        Files.writeString(temp.resolve(Manifest.NAME), "");
        refused(
                "Cannot keep data in FOLDER: its file align.save was not written by this emulator; nothing was changed");
        Files.write(temp.resolve(Manifest.NAME), new byte[1_000_000]);
        refused(
                "Cannot keep data in FOLDER: its file align.save was not written by this emulator; nothing was changed");
        Files.delete(temp.resolve(Manifest.NAME));
        Files.createDirectory(temp.resolve(Manifest.NAME));
        refused(
                "Cannot keep data in FOLDER: its file align.save was not written by this emulator; nothing was changed");
    }

    @Test
    void aNewerFormatIsRefusedWhateverItHolds() throws IOException {
        fill();
        String lines = "jira-align-emulator save\nformat 2\nwhatever comes\n";
        byte[] bytes = lines.getBytes(StandardCharsets.ISO_8859_1);
        Files.writeString(
                temp.resolve(Manifest.NAME), lines + String.format("sum %08x\n", Checksum.of(bytes, bytes.length)));
        refused("Cannot keep data in FOLDER: it was saved by a newer version (format 2, this one reads 1); nothing was"
                + " changed");
    }

    @Test
    void aManifestThatLacksSomethingIsDamaged() throws IOException {
        fill();
        Path manifest = temp.resolve(Manifest.NAME);
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.substring(0, text.length() - 1));
        refused(damaged("align.save", "its checksum"));
        Files.writeString(manifest, text.substring(0, 27));
        refused(damaged("align.save", "its checksum"));
        String lines = "jira-align-emulator save\nformat 1\ngeneration x\n";
        byte[] bytes = lines.getBytes(StandardCharsets.ISO_8859_1);
        Files.writeString(manifest, lines + String.format("sum %08x\n", Checksum.of(bytes, bytes.length)));
        refused(damaged("align.save", "its lines"));
    }

    private static String damaged(String file, String detail) {
        return "Cannot use FOLDER/" + file + ": it is damaged (" + detail
                + "); nothing was changed, restore the folder from a copy";
    }

    @Test
    void missingFilesAreTold() throws IOException {
        fill();
        Path aside = Files.createDirectory(temp.resolve("aside"));
        for (String name : new String[] {log(), table(), Manifest.NAME}) {
            Files.move(temp.resolve(name), aside.resolve(name));
            refused(
                    name.equals(Manifest.NAME)
                            ? "Cannot keep data in FOLDER: its file align.save is missing; nothing was changed"
                            : damaged(name, name.endsWith(".log") ? "it is missing" : "its checksum"));
            Files.move(aside.resolve(name), temp.resolve(name));
        }
        Saves.openShort(temp).close();
    }

    @Test
    void aLogThatEndsBeforeItsMarkIsDamaged() throws IOException {
        fill();
        byte[] log = Files.readAllBytes(temp.resolve(log()));
        for (int length : new int[] {0, 10, LogFormat.HEAD, log.length - 1}) {
            Files.write(temp.resolve(log()), Arrays.copyOf(log, length));
            refused(
                    length < LogFormat.HEAD
                            ? damaged(log(), "its head")
                            : damaged(log(), "at byte " + wholeBatches(log, length)));
        }
    }

    private static int wholeBatches(byte[] log, int length) {
        int end = LogFormat.HEAD;
        while (end < length) {
            int next =
                    end + LogFormat.BATCH_HEAD + java.nio.ByteBuffer.wrap(log).getInt(end);
            if (next > length) {
                return end;
            }
            end = next;
        }
        return end;
    }

    @Test
    void filesOfAnotherGenerationAreNotTakenForTheOnesThatCount() throws IOException {
        fill();
        String log = log();
        String table = table();
        byte[] oldLog = Files.readAllBytes(temp.resolve(log));
        byte[] oldTable = Files.readAllBytes(temp.resolve(table));
        fill();
        fill();
        assertFalse(log.equals(log()));
        byte[] nowLog = Files.readAllBytes(temp.resolve(log()));
        Files.write(temp.resolve(log()), oldLog);
        refused(damaged(log(), "its head"));
        Files.write(temp.resolve(log()), nowLog);
        Files.write(temp.resolve(table()), oldTable);
        refused(damaged(table(), "its checksum"));
    }

    @Test
    void aFolderWithoutLockFilesGetsNoneWhenItIsRefused() throws IOException {
        fill();
        Files.delete(temp.resolve("align.lock"));
        Files.delete(temp.resolve("align.guard"));
        byte[] log = Files.readAllBytes(temp.resolve(log()));
        log[log.length - 1]++;
        Files.write(temp.resolve(log()), log);
        refused(damaged(log(), "at byte " + wholeBatches(log, log.length - 1)));
    }

    @Test
    void onlyOneAtATimeInOneProcess() {
        try (SaveFolder first = Saves.open(temp)) {
            System.gc(); // a JVM forgets locks that nobody refers to
            for (int i = 0; i < 3; i++) {
                inUse();
            }
            first.submit(new Batch().putDocument("a", Saves.bytes("1"))).join();
        }
        try (SaveFolder next = Saves.open(temp)) {
            assertEquals(Map.of("a", "1"), Saves.documents(next));
        }
    }

    private void inUse() {
        refused("Cannot keep data in FOLDER: it is in use by another emulator");
    }

    @Test
    void onlyOneProcessAtATimeWhateverTheFirstOneTriesMeanwhile() throws Exception {
        try (SaveFolder save = Saves.open(temp)) {
            assertEquals("Cannot keep data in FOLDER: it is in use by another emulator", childSays());
            inUse();
            assertEquals("Cannot keep data in FOLDER: it is in use by another emulator", childSays());
            save.submit(new Batch().putDocument("a", Saves.bytes("1"))).join();
        }
        assertEquals("open 1", childSays());
    }

    private String childSays() throws Exception {
        Process child = ChildProcess.start(FolderHolder.class, temp.toString());
        String line = child.inputReader().readLine();
        child.getOutputStream().close();
        assertTrue(child.waitFor(20, TimeUnit.SECONDS));
        return line.replace(temp.toString(), "FOLDER");
    }

    @Test
    void aFolderOfAKilledProcessIsFree() throws Exception {
        Process child = ChildProcess.start(FolderHolder.class, temp.toString());
        try {
            assertEquals("open 0", child.inputReader().readLine());
            inUse();
        } finally {
            child.destroyForcibly().waitFor();
        }
        Saves.open(temp).close();
    }
}
