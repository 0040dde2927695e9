package io.alignemulator.bench;

import io.lacuna.bifurcan.IEntry;
import io.lacuna.bifurcan.IntMap;
import io.vavr.Tuple2;
import io.vavr.collection.TreeMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The choice of the persistent map behind a table (decision 0001): what a table does with its rows, by two libraries that keep ids in order. {@code bench/jmh.sh PersistentMap}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
public class PersistentMapBenchmark {

    private static final int PAGE = 100;

    @Param({"10000", "100000"})
    public int size;

    private IntMap<String> bifurcan = new IntMap<>();
    private TreeMap<Long, String> vavr = TreeMap.empty();
    private final SplittableRandom random = new SplittableRandom(1);

    @Setup
    public void fill() {
        bifurcan = bifurcanBuild();
        vavr = vavrBuild();
    }

    private long anyId() {
        return 1 + random.nextLong(size);
    }

    @Benchmark
    public IntMap<String> bifurcanBuild() {
        IntMap<String> map = new IntMap<String>().linear();
        for (long id = 1; id <= size; id++) {
            map.put(id, "row");
        }
        return map.forked();
    }

    @Benchmark
    public TreeMap<Long, String> vavrBuild() {
        TreeMap<Long, String> map = TreeMap.empty();
        for (long id = 1; id <= size; id++) {
            map = map.put(id, "row");
        }
        return map;
    }

    @Benchmark
    public Object bifurcanGet() {
        return bifurcan.get(anyId(), "");
    }

    @Benchmark
    public Object vavrGet() {
        return vavr.getOrElse(anyId(), "");
    }

    @Benchmark
    public Object bifurcanPut() {
        return bifurcan.put(anyId(), "another");
    }

    @Benchmark
    public Object vavrPut() {
        return vavr.put(anyId(), "another");
    }

    @Benchmark
    public List<Object> bifurcanFirstPage() {
        List<Object> page = new ArrayList<>(PAGE);
        Iterator<IEntry<Long, String>> rows = bifurcan.iterator();
        while (page.size() < PAGE) {
            page.add(rows.next().value());
        }
        return page;
    }

    @Benchmark
    public List<Object> vavrFirstPage() {
        List<Object> page = new ArrayList<>(PAGE);
        Iterator<Tuple2<Long, String>> rows = vavr.iterator();
        while (page.size() < PAGE) {
            page.add(rows.next()._2());
        }
        return page;
    }

    /** The page at the middle, as after {@code $skip}. */
    @Benchmark
    public List<Object> bifurcanMiddlePage() {
        List<Object> page = new ArrayList<>(PAGE);
        for (long i = size / 2; page.size() < PAGE; i++) {
            page.add(bifurcan.nth(i).value());
        }
        return page;
    }

    /** There is no way to a position but to walk. */
    @Benchmark
    public List<Object> vavrMiddlePage() {
        List<Object> page = new ArrayList<>(PAGE);
        Iterator<Tuple2<Long, String>> rows = vavr.iterator();
        for (int i = 0; i < size / 2; i++) {
            rows.next();
        }
        while (page.size() < PAGE) {
            page.add(rows.next()._2());
        }
        return page;
    }
}
