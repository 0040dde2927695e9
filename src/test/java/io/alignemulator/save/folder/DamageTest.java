package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Damaged files are either told or, where nothing was written, without effect: what is read is never wrong. */
class DamageTest {

    private static final int BATCHES = 60;

    private final Map<String, Optional<Row>> rows = new TreeMap<>();
    private final Map<String, String> documents = new TreeMap<>();
    private Path temp;
    private Path whole;

    /** A folder with a table, and a log behind it of several batches that were all acknowledged, as a killed process leaves it. */
    @BeforeProperty
    void fill() throws IOException {
        temp = Files.createTempDirectory("save");
        whole = temp.resolve("whole");
        RandomRows random = new RandomRows(new Random(1));
        try (SaveFolder save = SaveFolder.open(temp.resolve("live"), Rows.CATALOGUE, new Disk(), 20_000)) {
            for (long id = 1; id <= BATCHES; id++) {
                Row row = random.row(Rows.CATALOGUE.resource("Region"), id);
                save.submit(new Batch()
                                .putRow("w", row)
                                .putDocument("d", Saves.bytes("" + id))
                                .removeRow("w", "City", id))
                        .join();
                rows.put(row.toString(), Optional.of(row));
                rows.put("City/" + id, Optional.empty());
            }
            for (String last : List.of("a", "b", "c")) {
                save.submit(new Batch().putDocument("d", Saves.bytes(last))).join();
                documents.put("d", last);
            }
            save.rows("w");
            Saves.copy(temp.resolve("live"), whole);
        }
        assertTrue(files(whole).anyMatch(file -> file.toString().endsWith(".table")));
        assertTrue(files(whole).anyMatch(file -> file.toString().endsWith(".log") && size(file) > 2 * LogFormat.HEAD));
    }

    @AfterProperty
    void clean() throws IOException {
        Saves.delete(temp);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void flippedBytesAreToldOrWithoutEffect(@ForAll Random random) throws IOException {
        damaged(random, (file, bytes) -> {
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                bytes[place(random, file, bytes.length)] ^= (byte) (1 + random.nextInt(255));
            }
            return bytes;
        });
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void overwrittenRangesAreToldOrWithoutEffect(@ForAll Random random) throws IOException {
        damaged(random, (file, bytes) -> {
            int from = place(random, file, bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(5000));
            byte[] other = new byte[to - from];
            if (random.nextBoolean()) {
                random.nextBytes(other);
            }
            System.arraycopy(other, 0, bytes, from, other.length);
            return bytes;
        });
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void filesThatAreTooShortOrTooLongAreToldOrWithoutEffect(@ForAll Random random) throws IOException {
        damaged(random, (file, bytes) -> {
            int length = random.nextBoolean() ? random.nextInt(bytes.length) : bytes.length + 1 + random.nextInt(100);
            byte[] other = Arrays.copyOf(bytes, length);
            for (int i = bytes.length; i < length; i++) {
                other[i] = (byte) random.nextInt();
            }
            return other;
        });
    }

    private interface Damage {
        byte[] apply(Path file, byte[] bytes);
    }

    /** Heads and ends hold what decides how the rest is read. */
    private static int place(Random random, Path file, int length) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(Math.min(length, 64));
            case 1 -> length - 1 - random.nextInt(Math.min(length, 64));
            default -> random.nextInt(length);
        };
    }

    private void damaged(Random random, Damage damage) throws IOException {
        Path folder = temp.resolve("damaged");
        Saves.copy(whole, folder);
        List<Path> files = files(folder).sorted().toList();
        Path file = files.get(random.nextInt(files.size()));
        Files.write(file, damage.apply(file, Files.readAllBytes(file)));
        Map<String, String> before = Saves.files(folder);
        try (SaveFolder save = Saves.open(folder)) {
            assertEquals(rows, Saves.rows(save, "w"));
            assertEquals(documents, Saves.documents(save));
        } catch (SaveException refusal) {
            assertEquals(before, Saves.files(folder), refusal.getMessage());
            assertEquals(1, refusal.getMessage().lines().count());
        }
        Saves.delete(folder);
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().matches(".*align[.](lock|guard)")).toList().stream();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
