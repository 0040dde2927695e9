package io.alignemulator.docs;

import static io.alignemulator.protocol.calls.Method.GET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.client.Calls;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Personas;
import io.alignemulator.client.Sandbox;
import io.alignemulator.junit.AlignEmulator;
import io.alignemulator.junit.As;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/java.md for the annotation. */
class AnnotationSnippetTest {

    // snippet annotation
    @AlignEmulator(fixtures = "minimal", clock = "2026-01-05T09:00:00Z", rateLimit = "600/60:60")
    static class MyClientTest {

        @Test
        void waitsThroughTheBlock(URI api, @As(Personas.PROGRAM_MANAGER) Persona lead, Sandbox site) {
            site.seedOne("Epics", Map.of("title", "Seeded", "primaryProgramId", 1));
            MyClient client =
                    new MyClient(api, lead.token(), pause -> site.clock().advance(pause));
            site.rateLimit().block("127.0.0.1");
            assertEquals(3, client.epics().size());
            site.requests().verify(Calls.to(GET, "/epics").status(429).times(1));
        }
    }
    // end

    @Test
    void itRuns() {
        Snippets.run(MyClientTest.class);
    }
}
