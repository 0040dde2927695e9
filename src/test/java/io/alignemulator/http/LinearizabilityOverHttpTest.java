package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.http.RegisterHistory.Call;
import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * 64 writers and 64 readers on a few records: of each record they see what one client alone could have seen, one call after the other. {@code -Dlinearizable=20000} for as many writes; the
 * calls that were judged are printed.
 */
@Rule({"EMUL-20", "WRIT-03"})
@Tag("in-process")
class LinearizabilityOverHttpTest extends BlackBox {

    private static final int CLIENTS = 64;
    private static final List<String> RECORDS = List.of("/Stories/1", "/Stories/2", "/Features/1", "/Epics/8");

    private final int writes = Integer.getInteger("linearizable", 150);

    /** Counts the begin and the end of every call: what ended before another began has the smaller number. */
    private final AtomicLong moments = new AtomicLong();

    private final AtomicInteger written = new AtomicInteger();

    private final Map<String, ConcurrentLinkedQueue<Call>> histories = new ConcurrentHashMap<>();

    @Test
    @Timeout(600)
    void ofEachRecordManyClientsSeeWhatOneCouldHaveSeen() throws Exception {
        for (String path : RECORDS) {
            long begin = moments.incrementAndGet();
            note(path, true, client().read(path).path("title").asString(), begin);
        }
        ExecutorService clients = Executors.newFixedThreadPool(2 * CLIENTS);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            Stream.<Callable<Integer>>generate(() -> this::write).limit(CLIENTS).forEach(all::add);
            Stream.<Callable<Integer>>generate(() -> this::read).limit(CLIENTS).forEach(all::add);
            for (Future<Integer> future : clients.invokeAll(all)) {
                future.get();
            }
        } finally {
            clients.shutdownNow();
        }
        histories.forEach(
                (path, calls) -> assertEquals(Optional.empty(), RegisterHistory.fault(List.copyOf(calls)), () -> path));
        System.out.println("linearizable per record: "
                + histories.values().stream()
                        .mapToInt(ConcurrentLinkedQueue::size)
                        .sum() + " calls of " + 2 * CLIENTS + " clients on " + RECORDS.size() + " records");
    }

    private int write() {
        int mine = 0;
        for (int number = written.incrementAndGet(); number <= writes; number = written.incrementAndGet()) {
            String path = RECORDS.get(number % RECORDS.size());
            String text = "text " + number;
            long begin = moments.incrementAndGet();
            client().replace(path, "title", "\"" + text + "\"").expect(204);
            note(path, true, text, begin);
            mine++;
        }
        return mine;
    }

    /** Reads the record by itself and in a list in turn. */
    private int read() {
        int mine = 0;
        while (written.get() < writes) {
            String path = RECORDS.get(mine % RECORDS.size());
            int slash = path.lastIndexOf('/');
            long begin = moments.incrementAndGet();
            String text = mine / RECORDS.size() % 2 == 0
                    ? client().read(path).path("title").asString()
                    : client().get(
                                    path.substring(0, slash),
                                    "$filter",
                                    "id eq " + path.substring(slash + 1),
                                    "$select",
                                    "title")
                            .json()
                            .path(0)
                            .path("title")
                            .asString();
            note(path, false, text, begin);
            mine++;
        }
        return mine;
    }

    private void note(String path, boolean isWrite, String text, long begin) {
        histories
                .computeIfAbsent(path, key -> new ConcurrentLinkedQueue<>())
                .add(new Call(isWrite, text, begin, moments.incrementAndGet()));
    }
}
