package io.alignemulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.HttpCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** A test that starts the server itself has a failure report too. */
class SiteReportTest {

    static class Starting {

        private static JiraAlignEmulator align;

        @RegisterExtension
        static final SiteReport REPORT = SiteReport.of(() -> align);

        @BeforeAll
        static void start() {
            align = JiraAlignEmulator.builder().fixtures("minimal").start();
        }

        @AfterAll
        static void stop() {
            align.close();
        }

        @Test
        void fails() {
            HttpCalls.send(
                    "PATCH",
                    align.apiUri(),
                    align.persona("super-admin"),
                    "/regions/1",
                    "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Moved\"}]");
            throw new AssertionError("the client is wrong");
        }

        @Test
        void passes() {}
    }

    private static String suppressed(Throwable failure) {
        return failure.getSuppressed().length == 0 ? "" : failure.getSuppressed()[0].getMessage();
    }

    @Test
    void aFailedTestTellsWhatItAskedAndChangedAndOneThatPassesTellsNothing() {
        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Starting.class))
                .execute()
                .testEvents();
        assertEquals(1, events.failed().count());
        assertEquals(1, events.reportingEntryPublished().count());
        String report = suppressed(events.failed().stream()
                .findFirst()
                .orElseThrow()
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow());
        assertTrue(report.contains("Region 1 changed: name"), report);
        assertTrue(report.contains("PATCH /rest/align/api/2/regions/1"), report);
    }
}
