package io.alignemulator.bench;

import io.lacuna.bifurcan.IntMap;
import io.vavr.collection.TreeMap;
import java.lang.ref.Reference;
import java.util.function.Supplier;

/** Bytes per entry of the maps of {@link PersistentMapBenchmark}, keys included, values (one shared object) not. */
final class MapMemory {

    private static final int ENTRIES = 1_000_000;

    private MapMemory() {}

    public static void main(String[] args) {
        print("bifurcan IntMap", () -> {
            IntMap<String> map = new IntMap<String>().linear();
            for (long id = 1; id <= ENTRIES; id++) {
                map.put(id, "row");
            }
            return map.forked();
        });
        print("vavr TreeMap", () -> {
            TreeMap<Long, String> map = TreeMap.empty();
            for (long id = 1; id <= ENTRIES; id++) {
                map = map.put(id, "row");
            }
            return map;
        });
    }

    private static void print(String name, Supplier<Object> build) {
        long before = used();
        Object map = build.get();
        System.out.printf("%s: %.1f bytes per entry%n", name, (used() - before) / (double) ENTRIES);
        Reference.reachabilityFence(map);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
