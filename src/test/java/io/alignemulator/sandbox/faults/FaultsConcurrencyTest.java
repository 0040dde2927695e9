package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.call;
import static io.alignemulator.sandbox.faults.Examples.failing;
import static io.alignemulator.sandbox.faults.Examples.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.protocol.faults.FaultInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many calls at once are counted one by one. */
class FaultsConcurrencyTest {

    private static final int CALLS = 1_000;
    private static final FaultCall PATCH = call("PATCH", "/epics/1", 3);

    private final Faults faults = new Faults();

    @Test
    void exactlyOneOfAThousandParallelCallsIsTheFifth() throws Exception {
        faults.add(failing("{'method': 'PATCH', 'nth': 5}"));
        List<Hit> hits = allAtOnce(i -> faults.next(PATCH));
        assertEquals(List.of(5L), numbers(hits));
        assertEquals(CALLS, faults.list().get(0).matches());
        assertEquals(1, faults.list().get(0).hits());
    }

    @Test
    void theNumbersThatASeedChoosesAreTheSameInWhateverOrderCallsCome() throws Exception {
        faults.add(failing("{'probability': 0.2, 'seed': 42, 'times': 100}"));
        List<Long> oneByOne = numbers(IntStream.range(0, CALLS)
                .mapToObj(i -> faults.next(PATCH))
                .flatMap(Optional::stream)
                .toList());
        assertEquals(100, oneByOne.size());
        Faults anew = new Faults(List.of(Examples.prepared(faults.list().get(0).fault())));
        assertEquals(oneByOne, numbers(allAtOnce(i -> anew.next(PATCH))));
    }

    @Test
    void everyCallIsTakenByOneFaultAndCountedByAll() throws Exception {
        faults.add(failing("{'times': 300}"));
        faults.add(failing("{'method': 'PATCH', 'times': 500}"));
        faults.add(failing("{'method': ['PATCH', 'PUT']}"));
        List<Hit> hits = allAtOnce(i -> faults.next(PATCH));
        assertEquals(LongStream.rangeClosed(1, CALLS).boxed().toList(), numbers(hits));
        assertEquals(
                List.of(300L, 200L, 500L),
                faults.list().stream().map(FaultInfo::hits).toList());
        assertEquals(
                List.of(1000L, 1000L, 1000L),
                faults.list().stream().map(FaultInfo::matches).toList());
    }

    @Test
    void aCredentialIsEndedForAllLaterCalls() throws Exception {
        faults.add(fault("{'match': {'nth': 400}, 'effect': {'type': 'unauthorizedFromNowOn'}}"));
        assertEquals(CALLS - 399, allAtOnce(i -> faults.next(PATCH)).size());
    }

    @Test
    void faultsAddedAndRemovedMeanwhileHaveIdsOfTheirOwn() throws Exception {
        allAtOnce(i -> {
            long id = faults.add(failing("{'path': '/epics/" + i + "'}")).id();
            Optional<Hit> hit = faults.next(call("GET", "/epics/" + i));
            assertEquals(Optional.of(id), hit.map(Hit::faultId));
            faults.remove(id);
            return hit;
        });
        assertEquals(List.of(), faults.list());
        assertEquals(CALLS + 1, faults.add(failing("{}")).id());
    }

    private static List<Long> numbers(List<Hit> hits) {
        List<Long> numbers = new ArrayList<>(hits.stream().map(Hit::number).toList());
        Collections.sort(numbers);
        return numbers;
    }

    private static List<Hit> allAtOnce(IntFunction<Optional<Hit>> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<Optional<Hit>>> calls = new ArrayList<>();
            IntStream.range(0, CALLS).forEach(i -> calls.add(() -> call.apply(i)));
            List<Hit> hits = new ArrayList<>();
            for (Future<Optional<Hit>> future : threads.invokeAll(calls)) {
                future.get().ifPresent(hits::add);
            }
            return hits;
        } finally {
            threads.shutdownNow();
        }
    }
}
