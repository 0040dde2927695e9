package io.alignemulator.resource.verbs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.fixtures.PackedSets;
import io.alignemulator.work.TooMuchWork;
import io.alignemulator.work.Work;
import io.alignemulator.world.World;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What the twenty calls that clients make most take on the demo set: steps (rows that are looked at, conditions, letters) and bytes that are allocated, both counts and no times. A call that takes
 * more than {@code call-costs.txt} says fails the build; {@code mvn test -Dtest=CallCostTest -Drefresh} writes the file anew.
 *
 * <p>Steps are the same on every JVM. Bytes are not: compilers leave some allocations out, and classes of the JDK differ. What is committed was measured where nothing is left out
 * (-XX:TieredStopAtLevel=1, JDK 17), and a call may take a quarter and 4 kB more.
 */
class CallCostTest {

    private static final Path COMMITTED = Path.of("src/test/resources/call-costs.txt");

    /** Calls before one counts: what is made once is made, and rows are printed. */
    private static final int WARM = 12;

    private static final int COUNTED = 5;
    private static final double MORE = 1.25;
    private static final long MORE_BYTES = 4_096;
    private static final int MOST_STEPS = 1 << 22;

    private static final long ADMIN = 1;

    /** Member of a team: sees a part of the site. */
    private static final long MEMBER = 9;

    private static final Instant NOW = Instant.parse("2026-08-01T09:00:00Z");

    private static final Catalogue CATALOGUE = Catalogue.load();

    private final World world = PackedSets.site("demo", CATALOGUE, NOW).world();
    private final DirectCalls direct = new DirectCalls(world);

    private record Cost(long steps, long bytes) {}

    private record Call(String name, DirectCalls.Call call) {

        static Call get(String path, String... query) {
            return of(ADMIN, path, query);
        }

        static Call of(long user, String path, String... query) {
            Map<String, String> options = new LinkedHashMap<>();
            for (int i = 0; i < query.length; i += 2) {
                options.put(query[i], query[i + 1]);
            }
            String name = (user == ADMIN ? "" : "member ") + "GET " + path + (options.isEmpty() ? "" : " " + options);
            return new Call(name, new DirectCalls.Call("GET", path, options, "", user));
        }

        static Call write(String method, String path, String body) {
            return new Call(
                    method + " " + path + " " + body, new DirectCalls.Call(method, path, Map.of(), body, ADMIN));
        }
    }

    private static List<Call> calls() {
        return List.of(
                Call.get("/Stories/10001"),
                Call.get("/Epics/1001", "expand", "true"),
                Call.get("/Users/whoami"),
                Call.get("/Stories"),
                Call.get("/Stories", "$top", "10"),
                Call.get("/Stories", "$skip", "500"),
                Call.get("/Stories", "$select", "id,title"),
                Call.get("/Stories", "$filter", "programId eq 1"),
                Call.get("/Stories", "$filter", "id eq 10001"),
                Call.get("/Features", "$filter", "parentId eq 1001 or parentId eq 1002"),
                Call.get("/Stories", "$filter", "title eq 'no such title'"),
                Call.get("/Stories", "$filter", "contains(title,'no such title')"),
                Call.get("/Stories", "$filter", "lastUpdatedDate gt 2040-01-01"),
                Call.get("/Stories", "$filter", "effortPoints gt 1000"),
                Call.get("/Stories", "$orderby", "title"),
                Call.get("/Stories", "$orderby", "lastUpdatedDate desc", "$top", "10"),
                Call.of(MEMBER, "/Stories"),
                Call.of(MEMBER, "/Stories", "$filter", "state eq 2"),
                Call.write("POST", "/Stories", "{\"title\":\"t\",\"description\":\"d\",\"programId\":1,\"teamId\":4}"),
                Call.write(
                        "PATCH", "/Stories/10001", "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"Other\"}]"));
    }

    @Test
    void noCallLooksAtMoreRowsOrAllocatesMoreThanItDid() throws IOException {
        Map<String, Cost> costs = new LinkedHashMap<>();
        calls().forEach(call -> costs.put(call.name(), cost(call)));
        if (System.getProperty("refresh") != null) {
            List<String> lines = new ArrayList<>();
            costs.forEach((name, cost) -> lines.add(cost.steps() + "\t" + cost.bytes() + "\t" + name));
            Files.write(COMMITTED, lines);
        }
        Map<String, Cost> committed = committed();
        assertEquals(committed.keySet(), costs.keySet());
        List<String> grown = new ArrayList<>();
        costs.forEach((name, cost) -> {
            Cost before = Objects.requireNonNull(committed.get(name));
            if (cost.steps() > before.steps() || cost.bytes() > before.bytes() * MORE + MORE_BYTES) {
                grown.add(name + ": " + before + " before, " + cost + " now");
            }
        });
        assertTrue(grown.isEmpty(), () -> String.join("\n", grown));
    }

    @Test
    void aStepMoreIsNoticed() {
        Call scan = Call.get("/Stories", "$filter", "title eq 'no such title'");
        long steps = steps(scan);
        assertTrue(steps >= world.table("Story").size(), "each story is looked at: " + steps);
        assertTrue(isDoneIn(scan, steps));
        assertFalse(isDoneIn(scan, steps - 1));
    }

    private static Map<String, Cost> committed() throws IOException {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(COMMITTED)) {
            String[] cells = line.split("\t", 3);
            costs.put(cells[2], new Cost(Long.parseLong(cells[0]), Long.parseLong(cells[1])));
        }
        return costs;
    }

    private Cost cost(Call call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < WARM; i++) {
            answer(call, Work.unbounded());
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COUNTED; i++) {
            long before = threads.getThreadAllocatedBytes(thread);
            answer(call, Work.unbounded());
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        return new Cost(steps(call), least);
    }

    /** The fewest that are enough. */
    private long steps(Call call) {
        long tooFew = -1;
        long enough = MOST_STEPS;
        while (enough - tooFew > 1) {
            long middle = (enough + tooFew) >>> 1;
            if (isDoneIn(call, middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private boolean isDoneIn(Call call, long steps) {
        try {
            answer(call, Work.upTo(steps, () -> false));
            return true;
        } catch (TooMuchWork e) {
            return false;
        }
    }

    private void answer(Call call, Work work) {
        int status = direct.answer(call.call(), work).status();
        assertTrue(status < 300, call.name() + ": " + status);
    }
}
