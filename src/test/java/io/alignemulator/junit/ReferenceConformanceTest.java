package io.alignemulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.alignemulator.conformance.Capability;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import io.alignemulator.conformance.reference.ReferenceClient;
import io.alignemulator.conformance.reference.WrongWaits;
import io.alignemulator.conformance.suite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The suite as its users extend it in JUnit: the reference client here, others below. */
class ReferenceConformanceTest extends ClientConformanceTest {

    @Override
    protected ConformanceClient client(ClientSite site) {
        return new ReferenceClient(site);
    }

    /** Sleeps ten seconds after a 429. */
    static class Impatient extends ClientConformanceTest {

        static Optional<Path> known = Optional.empty();

        @Override
        protected ConformanceClient client(ClientSite site) {
            return Objects.requireNonNull(WrongWaits.all().get("RATE-01")).apply(site);
        }

        @Override
        protected Suite suite() {
            return Suite.load().only(List.of("RATE-01", "RATE-02", "WRITE-03"));
        }

        @Override
        protected Set<Capability> capabilities() {
            return EnumSet.of(Capability.READ);
        }

        @Override
        protected Optional<Path> baseline() {
            return known;
        }
    }

    private static Events run() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Impatient.class))
                .execute()
                .testEvents();
    }

    @Test
    void everyRequirementIsATestOfItsOwn(@TempDir Path folder) throws Exception {
        Impatient.known = Optional.empty();
        Events events = run();
        assertEquals(1, events.failed().count());
        assertEquals(1, events.aborted().count());
        String message = events.failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .findFirst()
                .orElseThrow();
        assertTrue(message.contains("this one came after 10"), message);
        Impatient.known = Optional.of(Files.writeString(folder.resolve("known"), "RATE-01\n"));
        assertEquals(0, run().failed().count());
    }
}
