package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

/** A sequence of batches, and what a folder holds after each of them. */
final class Script {

    private static final String COUNT = "count";

    /** Rows and documents after the first n batches. */
    private final List<Map<String, Optional<Row>>> states = new ArrayList<>(List.of(Map.of()));

    private final List<Batch> batches = new ArrayList<>();
    private volatile int acknowledged;

    Script(Random random, int length) {
        RandomRows rows = new RandomRows(random);
        for (int i = 1; i <= length; i++) {
            Map<String, Optional<Row>> state = new TreeMap<>(states.get(i - 1));
            Batch batch = new Batch().putDocument(COUNT, Saves.bytes("" + i));
            for (int j = random.nextInt(5); j > 0; j--) {
                long id = 1 + random.nextInt(8);
                if (random.nextInt(4) == 0) {
                    batch.removeRow("w", "Region", id);
                    state.put("Region/" + id, Optional.empty());
                } else {
                    Row row = rows.row(Rows.CATALOGUE.resource("Region"), id);
                    batch.putRow("w", row);
                    state.put("Region/" + id, Optional.of(row));
                }
            }
            if (random.nextInt(15) == 0) {
                batch.dropWorld("w");
                state.clear();
            }
            batches.add(batch);
            states.add(state);
        }
    }

    int length() {
        return batches.size();
    }

    int acknowledged() {
        return acknowledged;
    }

    /** Saves one batch after another, on from what the folder holds, until all are saved or one fails. */
    Optional<SaveException> run(SaveFolder save) {
        for (int i = count(save); i < batches.size(); i++) {
            try {
                save.submit(batches.get(i)).join();
                acknowledged = i + 1;
            } catch (CompletionException e) {
                return Optional.of((SaveException) e.getCause());
            }
        }
        return Optional.empty();
    }

    private static int count(SaveFolder save) {
        return Integer.parseInt(Saves.documents(save).getOrDefault(COUNT, "0"));
    }

    /** Checks that a folder holds at least what was acknowledged, and no part of a batch. */
    void check(Path folder) {
        try (SaveFolder save = Saves.open(folder)) {
            int count = count(save);
            assertTrue(count >= acknowledged, count + " batches instead of at least " + acknowledged);
            assertEquals(states.get(count), Saves.rows(save, "w"));
        }
    }
}
