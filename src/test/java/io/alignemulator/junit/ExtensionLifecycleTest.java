package io.alignemulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.ControlException;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.HttpCalls;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What the extension does around tests: sandboxes end with them, mistakes are told, tests may run in parallel. */
class ExtensionLifecycleTest {

    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    @AlignEmulator(fixtures = "minimal")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class Sample {

        @org.junit.jupiter.api.RepeatedTest(20)
        void one(Sandbox sandbox) {
            NAMES.add(sandbox.name());
        }

        @org.junit.jupiter.api.AfterAll
        void onlyTheDefaultIsLeft(Emulator emulator) {
            assertEquals(List.of("default"), emulator.sandboxes());
        }
    }

    @AlignEmulator
    static class Mistaken {

        @Test
        void nobody(@As("nobody") Persona persona) {}
    }

    @AlignEmulator(fixtures = "minimal")
    static class Failing {

        @Test
        void fails(Sandbox sandbox, URI api, @As("super-admin") Persona admin) {
            HttpCalls.send(
                    "PATCH", api, admin, "/regions/1", "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Moved\"}]");
            HttpCalls.get(sandbox, admin, "/regions/99");
            throw new AssertionError("the client is wrong");
        }

        @Test
        void failsWithoutASandbox() {
            throw new AssertionError("not about the emulator");
        }

        @Test
        void isAborted(Sandbox sandbox) {
            Assumptions.abort();
        }
    }

    static class Contradicting {

        @AlignEmulator(fixtures = "minimal")
        Sandbox one;

        @AlignEmulator(fixtures = "empty")
        Sandbox other;

        @Test
        void never() {}
    }

    static class OwnServer {

        @RegisterExtension
        static AlignExtension align =
                AlignExtension.of(JiraAlignEmulator.builder().fixtures("empty").set("control-token", "secret"));

        @Test
        void settingsOfAServerLeadToASecondOne() {
            align.reset();
            assertEquals(
                    401,
                    assertThrows(
                                    ControlException.class,
                                    () -> Emulator.at(align.uri()).sandbox().reset())
                            .status());
        }
    }

    private static Events run(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .execute()
                .allEvents();
    }

    @Test
    void testsInParallelHaveASandboxEachAndNoneIsLeft() {
        NAMES.clear();
        run(Sample.class).assertStatistics(events -> events.failed(0));
        assertEquals(20, NAMES.size());
    }

    private static Throwable failure(Events events, String test) {
        return events.stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().startsWith(test))
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFailureTellsTheLastExchangesAndTheChanges() {
        Events events = run(Failing.class);
        Throwable failure = failure(events.failed(), "fails(");
        assertEquals("the client is wrong", failure.getMessage());
        assertEquals(1, failure.getSuppressed().length);
        String report = String.valueOf(failure.getSuppressed()[0].getMessage());
        assertTrue(report.contains("Region 1 changed: name ") && report.contains("-> \"Moved\""), report);
        assertTrue(report.contains("GET /rest/align/api/2/regions/99 -> 404 as super-admin"), report);
        assertTrue(report.contains("PATCH /rest/align/api/2/regions/1 -> 204"), report);
        assertTrue(report.indexOf("regions/99") < report.indexOf("PATCH"), "the newest comes first");
        assertEquals(List.of(report), entries(events, "align-emulator"));
        assertEquals(0, failure(events.failed(), "failsWithoutASandbox").getSuppressed().length);
        assertEquals(1, events.aborted().count());
    }

    private static List<String> entries(Events events, String key) {
        return events.reportingEntryPublished().stream()
                .flatMap(event -> Stream.ofNullable(event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get(key)))
                .toList();
    }

    @Test
    void aTestTellsWhichAssumedRulesItRestsOn() {
        List<String> entries = entries(run(Resting.class), "align-emulator.relied-on");
        assertEquals(1, entries.size(), "only the test that rests on some: " + entries);
        assertTrue(entries.get(0).startsWith("LIFE-09 (U, 1 calls, LIFE-09=off): "), entries.get(0));
    }

    @AlignEmulator
    static class Resting {

        @Test
        void onAnOrderOfDates(Sandbox sandbox) {
            int status = HttpCalls.send(
                            "PATCH",
                            sandbox.apiUri(),
                            sandbox.persona("super-admin"),
                            "/iterations/1",
                            "[{\"op\":\"replace\",\"path\":\"/endDate\",\"value\":\"1999-01-01T00:00:00Z\"}]")
                    .statusCode();
            assertEquals(400, status);
        }

        @Test
        void onWhatIsDocumented(Sandbox sandbox) {
            assertEquals(List.of(), sandbox.reliedOn());
        }
    }

    @Test
    void fieldsThatContradictEachOtherAreRefused() {
        Throwable refused = failure(run(Contradicting.class).failed(), "");
        assertTrue(String.valueOf(refused.getMessage()).contains("say different things"), refused.toString());
    }

    @Test
    void settingsOfTheServerAreKept() {
        run(OwnServer.class).assertStatistics(events -> events.failed(0));
    }

    @Test
    void aPersonaThatDoesNotExistFailsItsTestWithTheNamesThatDo() {
        Events failed = run(Mistaken.class).failed();
        assertEquals(1, failed.count());
        String message = String.valueOf(failure(failed, "nobody").getMessage());
        assertEquals(true, message.contains("no persona nobody") && message.contains("program-manager"), message);
    }
}
