package io.alignemulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
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

    @Test
    void aPersonaThatDoesNotExistFailsItsTestWithTheNamesThatDo() {
        Events failed = run(Mistaken.class).failed();
        assertEquals(1, failed.count());
        String message = failed.stream()
                .flatMap(event -> event.getPayload(org.junit.platform.engine.TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("");
        assertEquals(true, message.contains("no persona nobody") && message.contains("program-manager"), message);
    }
}
