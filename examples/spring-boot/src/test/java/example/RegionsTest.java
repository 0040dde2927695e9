package example;

import static io.alignemulator.protocol.calls.Method.GET;
import static io.alignemulator.protocol.calls.Method.POST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Calls;
import io.alignemulator.client.Personas;
import io.alignemulator.junit.AlignExtension;
import io.alignemulator.junit.SandboxScope;
import io.alignemulator.protocol.faults.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.HttpServerErrorException;

/** The application context lives longer than a test, and the token with it: so the tests share the site, which is brought back to its beginning before each. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RegionsTest {

    @RegisterExtension
    static final AlignExtension ALIGN =
            AlignExtension.of(JiraAlignEmulator.builder().fixtures("minimal"), SandboxScope.CLASS);

    private static final List<Duration> SLEPT = new ArrayList<>();

    @DynamicPropertySource
    static void align(DynamicPropertyRegistry properties) {
        properties.add("align.url", ALIGN::uri);
        properties.add("align.token", () -> ALIGN.token(Personas.SUPER_ADMIN));
    }

    /** Turns the clock of the site instead of waiting. */
    @TestConfiguration
    static class VirtualTime {
        @Bean
        @Primary
        Sleeper turning() {
            return new Sleeper() {
                @Override
                public void sleep(Duration duration) {
                    SLEPT.add(duration);
                    ALIGN.clock().advance(duration);
                }
            };
        }
    }

    @Autowired
    private Regions regions;

    @BeforeEach
    void reset() {
        SLEPT.clear();
    }

    private static void seed(int count) {
        ALIGN.seed(
                "Regions",
                IntStream.rangeClosed(1, count)
                        .mapToObj(n -> Map.of("name", "Region " + n))
                        .toArray(Map[]::new));
    }

    @Test
    void readsAllPages() {
        seed(150);
        assertEquals(151, new HashSet<>(regions.names()).size());
        ALIGN.requests().verify(Calls.to(GET, "/regions").times(2));
    }

    @Test
    void addsARegion() {
        long id = regions.add("South");
        assertEquals("South", ALIGN.world().get("Regions", id).get("name"));
        assertEquals(1, ALIGN.world().changes().size());
    }

    @Test
    void waitsOutTheBlockAndFinishes() {
        seed(150);
        ALIGN.rateLimit().set("1/60:60");
        assertEquals(151, new HashSet<>(regions.names()).size());
        assertEquals(List.of(Duration.ofSeconds(60)), SLEPT);
        ALIGN.requests().verify(Calls.any().status(429).times(1));
    }

    @Test
    void neverSendsAWriteTwice() {
        ALIGN.faults().add(Fault.status(503).on(POST, "/regions"));
        assertThrows(HttpServerErrorException.class, () -> regions.add("Once"));
        ALIGN.requests().verify(Calls.to(POST, "/regions").times(1));
    }

    @Test
    void aReaderMayNotAdd() {
        Regions ofReader =
                new Regions(ALIGN.uri().toString(), ALIGN.token(Personas.READ_ONLY), new Sleeper());
        assertThrows(
                org.springframework.web.client.HttpClientErrorException.Forbidden.class, () -> ofReader.add("x"));
    }
}
