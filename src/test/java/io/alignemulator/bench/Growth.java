package io.alignemulator.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSite;
import io.alignemulator.fixtures.PackedSite;
import io.alignemulator.resource.verbs.DirectCalls;
import io.alignemulator.resource.verbs.DirectCalls.Call;
import io.alignemulator.work.Work;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a site of some size takes, for {@code bench/growth.sh}: a line a sample with size, what, unit and value. Calls are made in this thread, without a server; their values are processor time of the
 * thread, those of loading processor time of all threads, collections included, and seconds on the clock.
 */
final class Growth {

    private static final long ADMIN = 1;
    /** Microseconds of calls before one counts: the compilers have done by then what they do. */
    private static final double WARM = 3e6;

    private static final int SAMPLES = 11;
    private static final String STORIES = "/Stories";
    private static final String PATCH = "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"Other\"}]";

    private final long size;

    private Growth(long size) {
        this.size = size;
    }

    /** Arguments: folder to work in, number of records. */
    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[1]);
        new Growth(size).run(Path.of(args[0]));
    }

    private void run(Path work) throws IOException {
        Catalogue catalogue = Catalogue.load();
        Path folder = work.resolve("site" + size);
        Path packed = work.resolve("site" + size + ".align");
        LargeSite.write(folder, size);
        long before = heap();
        FixtureSite site = loaded("load from JSON", folder, catalogue);
        long records = catalogue.resources().stream()
                .filter(resource -> resource.recordsOf().equals(resource.name()))
                .mapToLong(resource -> site.world().table(resource).size())
                .sum();
        tell("heap per record", "B", (heap() - before) / (double) records);
        DirectCalls direct = new DirectCalls(site.world());
        calls().forEach((name, call) -> measure(direct, name, call));
        PackedSite.pack(folder.toString(), packed, catalogue);
        loaded("load packed", packed, catalogue);
    }

    private FixtureSite loaded(String what, Path from, Catalogue catalogue) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long spent = process.getProcessCpuTime();
        long begin = System.nanoTime();
        FixtureSite site = FixtureReader.read(from.toString(), catalogue, Instant.EPOCH);
        tell(what, "s", (System.nanoTime() - begin) / 1e9);
        tell(what + ", processor", "s", (process.getProcessCpuTime() - spent) / 1e9);
        return site;
    }

    private static Map<String, Call> calls() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("GET by id", new Call("GET", STORIES + "/10001", Map.of(), "", ADMIN));
        calls.put("list of 100", get(Map.of()));
        calls.put("filter on an indexed field", get(Map.of("$filter", "programId eq 2")));
        calls.put("filter, hits everywhere", get(Map.of("$filter", "effortPoints gt 1")));
        calls.put("filter, no hit", get(Map.of("$filter", "effortPoints gt 1000")));
        calls.put("contains, no hit", get(Map.of("$filter", "contains(title,'no such title')")));
        calls.put("orderby title", get(Map.of("$orderby", "title")));
        calls.put("lastUpdatedDate desc, top 10", get(Map.of("$orderby", "lastUpdatedDate desc", "$top", "10")));
        calls.put("PATCH", new Call("PATCH", STORIES + "/10001", Map.of(), PATCH, ADMIN));
        return calls;
    }

    private static Call get(Map<String, String> query) {
        return new Call("GET", STORIES, query, "", ADMIN);
    }

    private void measure(DirectCalls direct, String name, Call call) {
        tell(name + ", first", "us", micros(direct, call));
        for (double spent = 0; spent < WARM; ) {
            spent += micros(direct, call);
        }
        for (int i = 0; i < SAMPLES; i++) {
            tell(name, "us", micros(direct, call));
        }
    }

    private static double micros(DirectCalls direct, Call call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long spent = threads.getCurrentThreadCpuTime();
        int status = direct.answer(call, Work.unbounded()).status();
        if (status >= 300) {
            throw new IllegalStateException(call + ": " + status);
        }
        return (threads.getCurrentThreadCpuTime() - spent) / 1e3;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void tell(String what, String unit, double value) {
        System.out.printf(Locale.ROOT, "%d\t%s\t%s\t%.3f%n", size, what, unit, value);
    }
}
