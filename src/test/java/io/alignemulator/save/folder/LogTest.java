package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log makes of an end that was never acknowledged, and of batches in the wrong place. */
class LogTest {

    /** The length of each batch of these tests with what stands in front of it. */
    private static final int BATCH = LogFormat.BATCH_HEAD
            + new Batch().putDocument("a", Saves.bytes("1")).toBytes().length;

    @TempDir
    Path folder;

    private Path log() {
        return folder.resolve("align-1.log");
    }

    private void save(String... names) {
        try (SaveFolder save = Saves.open(folder)) {
            for (String name : names) {
                save.submit(new Batch().putDocument(name, Saves.bytes("1"))).join();
            }
        }
    }

    private Map<String, String> saved() {
        try (SaveFolder save = Saves.open(folder)) {
            return Saves.documents(save);
        }
    }

    private static int begin(int batch) {
        return LogFormat.HEAD + batch * BATCH;
    }

    private void acknowledged(byte[] log, int batches) throws IOException {
        byte[] mark = LogFormat.mark(1, begin(batches)).array();
        System.arraycopy(mark, 0, log, LogFormat.MARK, mark.length);
        Files.write(log(), log);
    }

    @Test
    void aBatchThatIsNotWholeIsCutOffIfItWasNotAcknowledged() throws IOException {
        save("a", "b");
        byte[] log = Files.readAllBytes(log());
        assertEquals(begin(2), log.length);
        for (int length = begin(1); length < begin(2); length++) {
            acknowledged(Arrays.copyOf(log, length), 1);
            assertEquals(Map.of("a", "1"), saved());
            assertEquals(begin(1), Files.size(log()));
        }
    }

    @Test
    void aWholeBatchThatWasNotAcknowledgedIsKeptFromThenOn() throws IOException {
        save("a", "b");
        byte[] log = Files.readAllBytes(log());
        acknowledged(log.clone(), 1);
        assertEquals(Map.of("a", "1", "b", "1"), saved());
        assertArrayEquals(log, Files.readAllBytes(log()));
    }

    @Test
    void whatWasCutOffDoesNotComeBackBehindWhatFollows() throws IOException {
        save("a", "b", "c");
        byte[] log = Files.readAllBytes(log());
        log[begin(2) - 1]++;
        acknowledged(log, 1);
        save("d");
        assertEquals(Map.of("a", "1", "d", "1"), saved());
    }

    @Test
    void aBatchInThePlaceOfAnotherIsDamage() throws IOException {
        save("a", "b", "c");
        byte[] log = Files.readAllBytes(log());
        System.arraycopy(log, begin(0), log, begin(1), BATCH);
        Files.write(log(), log);
        SaveException damage = assertThrows(SaveException.class, this::saved);
        assertTrue(damage.getMessage().contains("align-1.log: it is damaged (at byte " + begin(1)));
    }

    @Test
    void lengthsThatCannotBeAreDamage() throws IOException {
        save("a", "b");
        byte[] log = Files.readAllBytes(log());
        for (int highest : new int[] {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
            byte[] damaged = log.clone();
            damaged[begin(1)] = (byte) highest;
            damaged[begin(1) + 3] = (byte) 0xFF;
            Files.write(log(), damaged);
            assertThrows(SaveException.class, this::saved);
            assertArrayEquals(damaged, Files.readAllBytes(log()));
        }
    }
}
