package io.alignemulator.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.conformance.reference.WrongReads;
import io.alignemulator.conformance.reference.WrongWaits;
import io.alignemulator.conformance.reference.WrongWrites;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** For every requirement there is a client that fails it and no other: the matrix of wrong clients and requirements has nothing but its diagonal. */
class WrongClientsTest {

    private static final int AT_ONCE = 4;

    private static Map<String, Function<ClientSite, ConformanceClient>> wrongClients() {
        Map<String, Function<ClientSite, ConformanceClient>> all = new LinkedHashMap<>();
        all.putAll(WrongReads.all());
        all.putAll(WrongWrites.all());
        all.putAll(WrongWaits.all());
        return all;
    }

    @Test
    void everyWrongClientFailsItsRequirementAndNoOther() throws Exception {
        Suite suite = Suite.load();
        Map<String, Function<ClientSite, ConformanceClient>> clients = wrongClients();
        Set<String> ids = new TreeSet<>();
        suite.requirements().forEach(requirement -> ids.add(requirement.id()));
        assertEquals(ids, new TreeSet<>(clients.keySet()));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<String, Future<SuiteResult>> results = new LinkedHashMap<>();
            clients.forEach((id, client) -> results.put(id, threads.submit(() -> judged(suite, id, client))));
            List<Executable> checks = new ArrayList<>();
            for (Map.Entry<String, Future<SuiteResult>> each : results.entrySet()) {
                SuiteResult result = each.getValue().get();
                System.out.println("the client that is wrong in " + each.getKey() + " fails " + result.failed());
                checks.add(() -> assertEquals(
                        List.of(each.getKey()), result.failed(), () -> TextReport.of(result, KnownFailures.EMPTY)));
            }
            assertAll(checks);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each on a server of its own, since calls without a token tell no client from another. */
    private static SuiteResult judged(Suite suite, String id, Function<ClientSite, ConformanceClient> client) {
        try (JiraAlignEmulator align =
                JiraAlignEmulator.builder().fixtures("minimal").start()) {
            return SuiteRun.of(suite, align.server(), client, RunOptions.of(id).withParallel(4));
        }
    }
}
