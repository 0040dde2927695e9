package example;

import static io.alignemulator.protocol.calls.Method.GET;
import static io.alignemulator.protocol.calls.Method.PATCH;
import static io.alignemulator.protocol.calls.Method.POST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.client.Calls;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Personas;
import io.alignemulator.client.Sandbox;
import io.alignemulator.protocol.calls.Change;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.junit.AlignEmulator;
import io.alignemulator.junit.As;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every test has a site of its own. */
@AlignEmulator(fixtures = "minimal")
class AlignClientTest {

    /** Turns the clock of the site instead of waiting, and remembers how long it was to be. */
    private static AlignClient client(Sandbox sandbox, Persona persona, List<Duration> slept) {
        return new AlignClient(sandbox.apiUri(), persona.token(), duration -> {
            slept.add(duration);
            sandbox.clock().advance(duration);
        });
    }

    private static void seedRegions(Sandbox sandbox, int count) {
        sandbox.seed(
                "Regions",
                IntStream.rangeClosed(1, count)
                        .mapToObj(n -> Map.of("name", "Region " + n))
                        .toArray(Map[]::new));
    }

    @Test
    void readsAListToItsEnd(Sandbox sandbox, @As(Personas.SUPER_ADMIN) Persona admin) throws Exception {
        seedRegions(sandbox, 250);
        List<JsonNode> regions = client(sandbox, admin, new ArrayList<>()).list("regions");
        assertEquals(sandbox.world().all("Regions").size(), regions.size());
    }

    @Test
    void createsARecord(Sandbox sandbox, @As(Personas.PROGRAM_MANAGER) Persona manager) throws Exception {
        long id = client(sandbox, manager, new ArrayList<>())
                .create("features", "{\"title\":\"Search\",\"primaryProgramId\":1}");
        assertEquals("Search", sandbox.world().get("Features", id).get("title"));
    }

    @Test
    void renamesARecordAndNothingElse(Sandbox sandbox, @As(Personas.PROGRAM_MANAGER) Persona manager) throws Exception {
        client(sandbox, manager, new ArrayList<>()).rename("features", 1, "Renamed");
        assertEquals("Renamed", sandbox.world().get("Features", 1).get("title"));
        sandbox.requests().verify(Calls.to(PATCH, "/features/1").status(204).times(1));
        List<Long> changed = sandbox.world().changes().stream()
                .filter(change -> change.resource().equals("Feature"))
                .map(Change::id)
                .toList();
        assertEquals(List.of(1L), changed);
    }

    @Test
    @AlignEmulator(fixtures = "minimal", rateLimit = "2/60:60")
    void waitsOutTheBlockAndFinishes(Sandbox sandbox, @As(Personas.SUPER_ADMIN) Persona admin) throws Exception {
        seedRegions(sandbox, 250);
        List<Duration> slept = new ArrayList<>();
        List<JsonNode> regions = client(sandbox, admin, slept).list("regions");
        assertEquals(List.of(Duration.ofSeconds(60)), slept);
        assertEquals(251, new HashSet<>(regions).size());
        sandbox.requests().verify(Calls.any().status(429).times(1));
    }

    @Test
    @AlignEmulator(
            fixtures = "minimal",
            faults = "{\"match\": {\"path\": \"/regions\", \"nth\": 1}, \"effect\": {\"type\": \"status\", \"code\": 503}}")
    void triesAReadAgain(Sandbox sandbox, @As(Personas.SUPER_ADMIN) Persona admin) throws Exception {
        assertEquals(1, client(sandbox, admin, new ArrayList<>()).list("regions").size());
        sandbox.requests().verify(Calls.to(GET, "/regions").times(2));
    }

    @Test
    void neverTriesAWriteAgain(Sandbox sandbox, @As(Personas.SUPER_ADMIN) Persona admin) {
        sandbox.faults().add(Fault.status(503).on(POST, "/regions"));
        AlignClient client = client(sandbox, admin, new ArrayList<>());
        assertThrows(IOException.class, () -> client.create("regions", "{\"name\":\"Once\"}"));
        sandbox.requests().verify(Calls.to(POST, "/regions").times(1));
    }

    @Test
    void aReaderMayNotWrite(URI api, Sandbox sandbox, @As(Personas.READ_ONLY) Persona reader) {
        AlignClient client = new AlignClient(api, reader.token(), duration -> {});
        IOException refused = assertThrows(IOException.class, () -> client.rename("features", 1, "x"));
        assertTrue(refused.getMessage().startsWith("403"), refused.getMessage());
        assertEquals(List.of(), sandbox.world().changes());
    }
}
