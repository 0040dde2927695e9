package example;
import static org.junit.jupiter.api.Assertions.*;
import io.alignemulator.client.*;
import io.alignemulator.junit.AlignEmulator;
import io.alignemulator.protocol.faults.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every test has a site of its own. */
class AlignClientTest {
    static final Map<String, String> MOON = Map.of("name", "Moon");
    @AlignEmulator(fixtures = "demo", rateLimit = "1/60:60") Sandbox site;
    AlignClient client() { return as("super-admin"); }
    AlignClient as(String who) { return new AlignClient(site.apiUri(), site.tokens().get(who), site.clock()::advance); }
    @Test void listsAllPages() { assertEquals(site.world().all("Features").size(), client().list("features").size()); }
    @Test void createsARecord() {
        assertEquals("Moon", site.world().get("Regions", client().create("regions", MOON)).get("name"));
    }
    @Test void changesARecordAndNothingElse() {
        client().update("regions", 1, MOON);
        assertEquals("[Region 1]", site.world().changes().stream().map(c -> c.resource() + " " + c.id()).toList() + "");
    }
    @Test void waitsOutTheBlock() { client().list("features"); site.requests().verify(Calls.any().status(429)); }
    @Test void repeatsAReadThatFailed() {
        site.faults().add(Fault.status(503).nth(1));
        assertEquals(site.world().all("Regions").size(), client().list("regions").size());
    }
    @Test void doesNotRepeatAWriteThatFailed() {
        site.faults().add(Fault.status(503));
        assertThrows(AlignException.class, () -> client().create("regions", MOON));
        site.requests().verify(Calls.any().times(1));
    }
    @Test void doesNotRepeatAWriteWhoseAnswerWasLost() {
        site.faults().add(Fault.closeAfter());
        assertThrows(AlignException.class, () -> client().create("regions", MOON));
        assertEquals(1, site.world().changes().size());
    }
    @Test void readerIsRefused() { assertThrows(AlignException.class, () -> as("read-only").create("regions", MOON)); }
}
