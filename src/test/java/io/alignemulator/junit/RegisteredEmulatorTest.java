package io.alignemulator.junit;

import static io.alignemulator.protocol.calls.Method.GET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Calls;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.HttpCalls;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Personas;
import io.alignemulator.client.Sandbox;
import io.alignemulator.protocol.faults.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension as a field: it stands for the site of the test that runs. */
class RegisteredEmulatorTest {

    @RegisterExtension
    static AlignExtension align = AlignExtension.of(JiraAlignEmulator.builder()
            .fixtures("minimal")
            .seed("Regions", Map.of("name", "South"))
            .fault(Fault.status(503).on(GET, "/cities"))
            .clock(Instant.parse("2026-01-05T09:00:00Z"))
            .rateLimit("3/60:60"));

    private static String ofTheClass = "";

    @BeforeAll
    static void arrange() {
        ofTheClass = align.sandbox().name();
        assertEquals(List.of(3L), align.seed("Regions", Map.of("name", "West")));
    }

    private static int get(String path) {
        return HttpCalls.get(align.sandbox(), align.persona("super-admin"), path)
                .statusCode();
    }

    @RepeatedTest(3)
    void everyTestBeginsWithWhatWasSaidAndWhatTheClassArranged() {
        assertNotEquals(ofTheClass, align.sandbox().name());
        assertEquals("West", align.world().get("Regions", 3).get("name"));
        assertEquals(List.of(4L), align.seed("Regions", Map.of("name", "East")));
        assertEquals(503, get("/cities"));
        assertEquals(200, get("/regions/4"));
        assertEquals(200, get("/regions/4"));
        assertEquals(429, get("/regions/4"));
        align.clock().advance(Duration.ofSeconds(61));
        assertEquals(200, get("/regions/4"));
        align.requests().verify(Calls.to(GET, "/regions/4").status(429).times(1));
    }

    @Test
    void parametersAreOfTheSameSite(
            Emulator server, Sandbox sandbox, URI api, @As(Personas.TEAM_MEMBER) Persona member) {
        assertEquals(align.sandbox().name(), sandbox.name());
        assertEquals(align.uri(), server.uri());
        assertEquals(align.apiUri(), api);
        assertEquals(align.token("team-member"), member.token());
    }

    @Test
    void otherThreadsOfATestAreOfItsSite() {
        assertEquals(
                align.sandbox().name(),
                CompletableFuture.supplyAsync(() -> align.sandbox().name()).join());
    }

    @TestFactory
    Stream<DynamicTest> dynamicTestsShareTheSiteOfTheirFactory() {
        String name = align.sandbox().name();
        return Stream.of("a", "b")
                .map(each -> DynamicTest.dynamicTest(
                        each, () -> assertEquals(name, align.sandbox().name())));
    }

    @Nested
    class Inside {

        @Test
        void nestedTestsHaveASiteOfTheirOwn() {
            assertNotEquals(ofTheClass, align.sandbox().name());
            assertEquals("West", align.world().get("Regions", 3).get("name"));
        }
    }

    @Test
    void withoutARunningTestThereIsNoSite() {
        AlignExtension unused = AlignExtension.of(JiraAlignEmulator.builder());
        assertThrows(IllegalStateException.class, unused::sandbox);
    }
}
