package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many clients at once. */
@Tag("in-process")
class ConcurrencyTest extends BlackBox {

    private static final int CLIENTS = 64;

    @Test
    @Rule("EMUL-20")
    void nothingIsLostWhenSixtyFourClientsAppendToOneArray() throws Exception {
        List<Integer> regions = IntStream.range(0, CLIENTS)
                .map(i -> client().create("/Regions", "{\"name\":\"Region " + i + "\"}"))
                .boxed()
                .toList();
        allAtOnce(CLIENTS, i -> client().patch(
                        "/Releases/54", "[{\"op\":\"add\",\"path\":\"/regionIds/-\",\"value\":" + regions.get(i) + "}]")
                .expect(204));
        List<Integer> found = new ArrayList<>();
        client().read("/Releases/54").path("regionIds").forEach(id -> found.add(id.asInt()));
        assertEquals(CLIENTS, found.size());
        assertEquals(new HashSet<>(regions), new HashSet<>(found));
    }

    @Test
    @Rule("WRIT-26")
    void idsAreUniqueUnderParallelCreates() throws Exception {
        List<Integer> ids = allAtOnce(CLIENTS * 4, i -> client().create(
                        i % 2 == 0 ? "/Epics" : "/Capabilities", "{\"title\":\"t" + i + "\",\"primaryProgramId\":1}"));
        assertEquals(CLIENTS * 4, Set.copyOf(ids).size());
        JsonNode created = client().read("/Epics/" + ids.get(0));
        assertEquals("t0", created.path("title").asString());
    }

    @Test
    @Rule("USER-02")
    void anEmailAddressIsTakenOnce() throws Exception {
        String user = "{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"same@example.com\",\"roleId\":1,"
                + "\"regionId\":1,\"cityId\":1,\"divisionId\":1,\"costCenterId\":1}";
        List<Integer> statuses =
                allAtOnce(CLIENTS, i -> client().post("/Users", user).status());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(
                CLIENTS - 1, statuses.stream().filter(status -> status == 400).count());
    }

    @Test
    @Rule({"WRIT-03", "EMUL-20"})
    void readersNeverSeeHalfAWrite() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> reads = new ArrayList<>();
            patchBoth(0);
            for (int i = 0; i < 4; i++) {
                reads.add(readers.submit(() -> readWhile(writing)));
            }
            allAtOnce(200, i -> patchBoth(i + 1));
            writing.set(false);
            for (Future<Integer> read : reads) {
                assertTrue(read.get() > 0);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private Answer patchBoth(int number) {
        String patch = "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"n" + number
                + "\"},{\"op\":\"replace\",\"path\":\"/description\",\"value\":\"n" + number + "\"}]";
        return client().patch("/Stories/1", patch).expect(204);
    }

    private int readWhile(AtomicBoolean writing) {
        int reads = 0;
        do {
            JsonNode one = client().read("/Stories/1");
            JsonNode listed = client().read("/Stories?$top=1").get(0);
            assertEquals(one.path("title").asString(), one.path("description").asString());
            assertEquals(
                    listed.path("title").asString(), listed.path("description").asString());
            reads++;
        } while (writing.get());
        return reads;
    }

    @Test
    @Rule({"WRIT-25", "EMUL-20"})
    void childrenAppearWithTheirParent() throws Exception {
        allAtOnce(
                CLIENTS, i -> client().create("/Features", "{\"title\":\"t\",\"primaryProgramId\":79,\"parentId\":8}"));
        assertEquals(CLIENTS, client().read("/Epics/8").path("featureIds").size());
        assertEquals(
                client().get("/Features?$filter=parentId%20eq%208").ids(),
                client().read("/Epics/8")
                        .path("featureIds")
                        .valueStream()
                        .map(JsonNode::asInt)
                        .toList());
    }

    private static <T> List<T> allAtOnce(int count, IntFunction<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            IntStream.range(0, count).forEach(i -> calls.add(() -> call.apply(i)));
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
