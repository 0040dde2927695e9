package example;

import static io.alignemulator.protocol.calls.Method.GET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.client.Calls;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import io.alignemulator.junit.AlignEmulator;
import io.alignemulator.junit.As;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AlignEmulator(fixtures = "minimal", clock = "2026-01-05T09:00:00Z", rateLimit = "1/60:60")
class ExtensionTest {

    @AlignEmulator(fixtures = "minimal", clock = "2026-01-05T09:00:00Z", rateLimit = "1/60:60")
    Sandbox field;

    @BeforeAll
    static void arrange(Sandbox sandbox) {
        assertEquals(List.of(2L), sandbox.seed("Regions", Map.of("name", "South")));
    }

    private static int get(URI api, Persona persona, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(api + path))
                                .header("Authorization", persona.authorization())
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    @RepeatedTest(10)
    void everyTestHasItsOwnSite(Sandbox sandbox, URI api, @As("super-admin") Persona admin) throws Exception {
        assertEquals(field.name(), sandbox.name());
        assertEquals(List.of(3L), sandbox.seed("Regions", Map.of("name", "East")));
        assertEquals(200, get(api, admin, "/regions/3"));
        assertEquals(429, get(api, admin, "/regions/3"));
        sandbox.clock().advance(Duration.ofSeconds(61));
        assertEquals(200, get(api, admin, "/regions/2"));
        sandbox.requests().verify(Calls.to(GET, "/regions/*").times(3));
        assertEquals(Instant.parse("2026-01-05T09:01:01Z"), sandbox.clock().now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void parameterisedTests(String name, Sandbox sandbox) {
        assertEquals(List.of(3L), sandbox.seed("Regions", Map.of("name", name)));
    }

    @TestFactory
    Stream<DynamicTest> dynamicTests(Sandbox sandbox) {
        return Stream.of("a", "b")
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertTrue(sandbox.seedOne("Regions", Map.of("name", name)) > 2)));
    }

    @Nested
    class Inside {

        @Test
        void nestedTests(Sandbox sandbox) {
            assertEquals("South", sandbox.world().get("Regions", 2).get("name"));
        }
    }
}
