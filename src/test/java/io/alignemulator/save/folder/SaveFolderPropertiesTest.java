package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A folder against the simplest thing that could be one: maps in memory. */
class SaveFolderPropertiesTest {

    private static final List<String> WORLDS = List.of("", "a", "ab", "b");

    private final Map<String, Map<String, Optional<Row>>> worlds = new TreeMap<>();
    private final Map<String, String> documents = new TreeMap<>();

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void aFolderAgreesWithMaps(@ForAll Random random) throws IOException {
        Path folder = Files.createTempDirectory("save");
        RandomRows rows = new RandomRows(random);
        WORLDS.forEach(world -> worlds.put(world, new TreeMap<>()));
        documents.clear();
        for (int opening = 0; opening < 4; opening++) {
            long longLog = random.nextBoolean() ? Saves.SHORT : 40_000;
            try (SaveFolder save = SaveFolder.open(folder, Rows.CATALOGUE, new Disk(), longLog)) {
                agree(save);
                for (int i = random.nextInt(40); i > 0; i--) {
                    save.submit(batch(random, rows));
                    if (random.nextInt(10) == 0) {
                        agree(save);
                    }
                }
                agree(save);
            }
        }
        Saves.delete(folder);
    }

    private void agree(SaveFolder save) {
        worlds.forEach((world, rows) -> assertEquals(rows, Saves.rows(save, world), world));
        assertEquals(documents, Saves.documents(save));
    }

    private Batch batch(Random random, RandomRows rows) {
        Batch batch = new Batch();
        for (int i = random.nextInt(6); i > 0; i--) {
            String world = WORLDS.get(random.nextInt(WORLDS.size()));
            String resource = random.nextBoolean() ? "Region" : "City";
            long id = 1 + random.nextInt(6);
            Map<String, Optional<Row>> model = worlds.get(world);
            switch (random.nextInt(12)) {
                case 0 -> {
                    batch.dropWorld(world);
                    model.clear();
                }
                case 1, 2 -> {
                    batch.removeRow(world, resource, id);
                    model.put(resource + "/" + id, Optional.empty());
                }
                case 3, 4 -> {
                    batch.putDocument(world, Saves.bytes("v" + i));
                    documents.put(world, "v" + i);
                }
                case 5 -> {
                    batch.removeDocument(world);
                    documents.remove(world);
                }
                default -> {
                    Row row = rows.row(Rows.CATALOGUE.resource(resource), id);
                    batch.putRow(world, row);
                    model.put(resource + "/" + id, Optional.of(row));
                }
            }
        }
        return batch;
    }
}
