package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A long import beside small writes that never pause: it ends, so does a reset meanwhile, and nothing of the writes is lost. {@code -Dimport=60000} for as many records; what it took, alone
 * and beside the writes, is printed.
 */
@Rule({"EMUL-20", "EMUL-04"})
@Tag("in-process")
class FairnessTest extends BlackBox {

    private final int records = Integer.getInteger("import", 3_000);

    private String features() {
        return IntStream.range(0, records)
                .mapToObj(i -> "{\"title\":\"f" + i + "\"}")
                .collect(Collectors.joining(",", "{\"fixtures\":{\"Stories\":[", "]}}"));
    }

    private long nanos(String body) {
        long start = System.nanoTime();
        io.restassured.RestAssured.given()
                .baseUri(site().uri().toString())
                .contentType("application/json")
                .body(body)
                .post("/_emulator/import")
                .then()
                .statusCode(200);
        return System.nanoTime() - start;
    }

    @Test
    @Timeout(300)
    void aLongImportEndsBesideSmallWrites() {
        String body = features();
        nanos(body);
        site().reset();
        long alone = nanos(body);
        site().reset();
        AtomicBoolean isOver = new AtomicBoolean();
        List<Long> waits = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            int written = 0;
            while (!isOver.get()) {
                long start = System.nanoTime();
                assertEquals(204, client().patch("/regions/1", name(++written)).status());
                waits.add(System.nanoTime() - start);
            }
            return written;
        });
        while (waits.isEmpty()) {
            Thread.onSpinWait();
        }
        long beside = nanos(body);
        isOver.set(true);
        int written = writer.join();
        assertTrue(given().get("/regions/1").asString().contains("\"name\":\"n" + written + "\""));
        Collections.sort(waits);
        System.out.printf(
                "import of %d: %d ms alone, %d ms beside %d writes, whose p99 is %d ms and the longest %d ms%n",
                records,
                alone / 1_000_000,
                beside / 1_000_000,
                written,
                waits.get((int) (waits.size() * 0.99)) / 1_000_000,
                waits.get(waits.size() - 1) / 1_000_000);
    }

    private static String name(int number) {
        return "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"n" + number + "\"}]";
    }
}
