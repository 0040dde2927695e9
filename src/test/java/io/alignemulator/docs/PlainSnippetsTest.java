package io.alignemulator.docs;

import static io.alignemulator.protocol.calls.Method.GET;
import static io.alignemulator.protocol.calls.Method.PATCH;
import static io.alignemulator.protocol.calls.Method.POST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Calls;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Personas;
import io.alignemulator.client.Sandbox;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.Change;
import io.alignemulator.protocol.calls.Exchange;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.testcontainers.JiraAlignContainer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/java.md that needs no extension: between the marks is what the page shows. */
class PlainSnippetsTest {

    @Test
    void plain() {
        // snippet plain
        try (JiraAlignEmulator align =
                JiraAlignEmulator.builder().fixtures("minimal").start()) {
            MyClient client = new MyClient(align.apiUri(), align.token(Personas.PROGRAM_MANAGER));

            align.faults().add(Fault.status(503).on(PATCH, "/epics/*").nth(2));
            assertEquals(204, client.rename(1, "First"));
            assertEquals(503, client.rename(1, "Second"));

            align.requests().verify(Calls.to(PATCH, "/epics/1").times(2));
            assertEquals("First", align.world().get("Epics", 1).get("title"));
        }
        // end
    }

    @Test
    void elsewhere() {
        try (JiraAlignEmulator server =
                JiraAlignEmulator.builder().fixtures("minimal").start()) {
            URI address = server.uri();
            // snippet elsewhere
            Emulator emulator = Emulator.at(address); // http://127.0.0.1:8080
            try (Sandbox site = emulator.newSandbox(
                    new Sandbox.Options().fixtures("minimal").clock(Instant.parse("2026-01-05T09:00:00Z")))) {
                MyClient client = new MyClient(
                        site.apiUri(), site.persona(Personas.SUPER_ADMIN).token());
                assertEquals(2, client.epics().size());
            }
            // end
        }
    }

    @Test
    void container() {
        // snippet container
        JiraAlignContainer align =
                new JiraAlignContainer().withFixtures("minimal").withSetting("page-cap", 5);
        // align.start(), or @Container and @Testcontainers; then uri(), token(), faults(), requests() as above
        // end
        assertEquals("5", align.getEnvMap().get("ALIGN_EMULATOR_PAGE_CAP"));
    }

    @Test
    void tasks() {
        try (JiraAlignEmulator server =
                JiraAlignEmulator.builder().fixtures("minimal").start()) {
            Sandbox site = server.sandbox();
            MyClient client = new MyClient(
                    site.apiUri(), site.persona(Personas.PROGRAM_MANAGER).token());
            // snippet records
            long id = site.seedOne("Epics", Map.of("title", "Seeded", "primaryProgramId", 1));
            assertEquals("Seeded", site.world().get("Epics", id).get("title"));
            assertTrue(site.world().find("Epics", 99).isEmpty());
            // end
            client.rename(id, "Renamed");
            // snippet changes
            List<Change> changes = site.world().changes();
            Change epic = changes.stream()
                    .filter(each -> each.resource().equals("Epic"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("created", epic.kind());
            // end
            // snippet journal
            site.requests()
                    .verify(Calls.to(PATCH, "/epics/*")
                            .persona(Personas.PROGRAM_MANAGER)
                            .status("2xx")
                            .times(1));
            site.requests().verify(Calls.to(POST, "/epics").times(0));
            site.requests().verify(Calls.of(CallMatcher.to(PATCH, "/epics/**").bodyContains("Renamed")));
            Exchange last = site.requests().all().get(0);
            assertEquals(204, last.response().status());
            // end
            // snippet faults
            site.faults().add(Fault.tooManyRequests(Duration.ofSeconds(30)).on(GET, "/epics"));
            site.faults().add(Fault.closeAfter().on(POST, "/features").nth(1));
            site.faults().add(Fault.delay(Duration.ofSeconds(2)).persona(Personas.READ_ONLY));
            // end
            // snippet time
            site.rateLimit().block("127.0.0.1");
            site.clock().advance(Duration.ofSeconds(61)); // the block is over
            // end
            assertEquals(3, site.faults().all().size());
        }
    }
}
