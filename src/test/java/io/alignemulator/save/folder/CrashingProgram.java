package io.alignemulator.save.folder;

import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A program that saves as fast as it can from several threads until it is killed, and prints each batch that was acknowledged. A batch is the number of a thread's batch written
 * into a document and into several rows, which have to agree afterwards.
 */
final class CrashingProgram {

    static final int THREADS = 4;
    static final int ROWS = 5;
    static final String OPENING = "opening";

    private static final long LONG_LOG = 60_000;
    private static final String FILLER = "x".repeat(400);

    private CrashingProgram() {}

    public static void main(String[] arguments) {
        Rows.CATALOGUE.resources();
        System.out.println(OPENING);
        SaveFolder save = SaveFolder.open(Path.of(arguments[0]), Rows.CATALOGUE, new Disk(), LONG_LOG);
        Map<String, String> saved = Saves.documents(save);
        for (int thread = 0; thread < THREADS; thread++) {
            String world = world(thread);
            long first = 1 + Long.parseLong(saved.getOrDefault(world, "0"));
            new Thread(() -> work(save, world, first, System.out)).start();
        }
    }

    static String world(int thread) {
        return "w" + thread;
    }

    private static void work(SaveFolder save, String world, long first, PrintStream out) {
        for (long number = first; true; number++) {
            save.submit(batch(world, number)).join();
            out.println(world + " " + number);
        }
    }

    private static Batch batch(String world, long number) {
        Batch batch = new Batch();
        if (number % 50 == 0) {
            batch.dropWorld(world);
        }
        for (long id = 1; id <= ROWS; id++) {
            batch.putRow(world, row(id, number));
        }
        batch.removeRow(world, "City", number % 50);
        return batch.putDocument(world, Saves.bytes("" + number));
    }

    private static Row row(long id, long number) {
        return Rows.row("Region", id, "name", number + FILLER);
    }

    /** What the program's last batch must have left of a world. */
    static void check(SaveFolder save, String world, long number) {
        Map<String, Optional<Row>> rows = Saves.rows(save, world);
        for (long id = 1; id <= ROWS && number > 0; id++) {
            if (!rows.getOrDefault("Region/" + id, Optional.empty()).equals(Optional.of(row(id, number)))) {
                throw new AssertionError("batch " + number + " of " + world + " is torn: " + rows.get("Region/" + id));
            }
        }
        long removed = number == 0 ? 0 : number < 50 ? number : number % 50 + 1;
        if (rows.size() != removed + (number == 0 ? 0 : ROWS)) {
            throw new AssertionError(rows.keySet() + " after batch " + number + " of " + world);
        }
    }
}
