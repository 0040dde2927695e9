package io.alignemulator.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.alignemulator.client.HttpCalls;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import io.alignemulator.junit.AlignEmulator;
import io.alignemulator.junit.As;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A hundred tests, each with its own sandbox of the demo set, a seeded record and two calls, again and again in one JVM. Half of {@code bench/extension.sh}. */
final class HundredTests {

    private static final int TESTS = 100;

    private HundredTests() {}

    @AlignEmulator(fixtures = "demo")
    static class Sample {

        @RepeatedTest(TESTS)
        void readsAndWrites(Sandbox sandbox, @As("program-manager") Persona manager) {
            long id = sandbox.seedOne("Features", Map.of("title", "Seeded", "primaryProgramId", 2));
            Assertions.assertEquals(
                    200, HttpCalls.get(sandbox, manager, "/features/" + id).statusCode());
            Assertions.assertEquals(
                    204,
                    HttpCalls.send(
                                    "PATCH",
                                    sandbox.apiUri(),
                                    manager,
                                    "/features/" + id,
                                    "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"Moved\"}]")
                            .statusCode());
        }
    }

    /** Argument: how often. Prints milliseconds a test of the first run, and the median of the later half. */
    public static void main(String[] args) {
        int runs = Integer.parseInt(args[0]);
        double[] millis = new double[runs];
        for (int run = 0; run < runs; run++) {
            long begin = System.nanoTime();
            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(Sample.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.succeeded(TESTS));
            millis[run] = (System.nanoTime() - begin) / 1e6 / TESTS;
        }
        double[] later = Arrays.copyOfRange(millis, runs / 2, runs);
        Arrays.sort(later);
        System.out.printf("first run %.1f ms a test, warm %.1f ms a test%n", millis[0], later[later.length / 2]);
        System.exit(0);
    }
}
