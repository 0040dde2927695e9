package io.alignemulator.bench;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.file.FixtureSet;
import io.alignemulator.save.folder.Batch;
import io.alignemulator.save.folder.SaveFolder;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What saving costs; behind {@code bench/save.sh}. */
final class SaveCost {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String WORLD = "default";

    private SaveCost() {}

    /** Arguments: open FOLDER | fill FOLDER ROWS | commit FOLDER THREADS SECONDS. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "open" -> open(folder);
            case "fill" -> fill(folder, Integer.parseInt(arguments[2]));
            default -> commit(folder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        }
    }

    /** The first opening of a JVM, and then a warm one; with the rows and a world made of them if there are any. */
    private static void open(Path folder) {
        for (int i = 0; i < 6; i++) {
            long begin = System.nanoTime();
            try (SaveFolder save = SaveFolder.open(folder, CATALOGUE)) {
                long opened = System.nanoTime();
                List<Row> rows = save.rows(WORLD).map(saved -> saved.rows()).orElse(List.of());
                long read = System.nanoTime();
                World.restored(CATALOGUE, Map.of("Story", rows), Map.of());
                if (i == 0 || i == 5) {
                    System.out.printf(
                            "%s: open %d ms, read %,d rows %d ms, make a world of them %d ms%n",
                            i == 0 ? "cold" : "warm",
                            millis(opened - begin),
                            rows.size(),
                            millis(read - opened),
                            millis(System.nanoTime() - read));
                }
            }
        }
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }

    private static void fill(Path folder, int rows) {
        Row story = story();
        try (SaveFolder save = SaveFolder.open(folder, CATALOGUE)) {
            for (long id = 1; id <= rows; ) {
                Batch batch = new Batch();
                for (int i = 0; i < 100 && id <= rows; i++) {
                    batch.putRow(WORLD, numbered(story, id++));
                }
                save.submit(batch).join();
            }
        }
    }

    private static Row story() {
        World demo = FixtureReader.read(FixtureSet.folder("fixtures/demo"), CATALOGUE, Instant.EPOCH)
                .world();
        return demo.table("Story").rows().iterator().next();
    }

    private static Row numbered(Row row, long id) {
        Field field = row.resource().field("id");
        return row.with(field, id);
    }

    private static void commit(Path folder, int threads, int seconds) throws Exception {
        Row story = story();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (SaveFolder save = SaveFolder.open(folder, CATALOGUE)) {
            measured(save, story, pool, threads, seconds);
            long[] nanos = measured(save, story, pool, threads, seconds);
            Arrays.sort(nanos);
            System.out.printf(
                    "%2d threads: %,6d batches/s, median %,d us, 99 of 100 within %,d us, slowest %,d us%n",
                    threads,
                    nanos.length / seconds,
                    nanos[nanos.length / 2] / 1000,
                    nanos[nanos.length * 99 / 100] / 1000,
                    nanos[nanos.length - 1] / 1000);
        } finally {
            pool.shutdown();
        }
    }

    private static long[] measured(SaveFolder save, Row story, ExecutorService pool, int threads, int seconds)
            throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            long first = thread * 1000L;
            work.add(() -> {
                List<Long> nanos = new ArrayList<>();
                for (long i = 0, begin = System.nanoTime(); begin < end; i++) {
                    save.submit(new Batch().putRow(WORLD, numbered(story, 1 + first + i % 1000)))
                            .join();
                    long now = System.nanoTime();
                    nanos.add(now - begin);
                    begin = now;
                }
                return nanos;
            });
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> each : pool.invokeAll(work)) {
            all.addAll(each.get());
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }
}
