package io.alignemulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension as its users write it; what the tests create would make them fail if they shared a site. */
@AlignEmulator(fixtures = "minimal", clock = "2026-01-05T09:00:00Z", settings = "page-cap=2")
class AlignEmulatorTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Sandbox ofTheClass;

    private Sandbox ofTheTest;

    @BeforeAll
    static void arrange(Sandbox sandbox, @As("super-admin") Persona admin) throws Exception {
        ofTheClass = sandbox;
        assertEquals(201, post(sandbox.apiUri(), admin, "South").statusCode());
    }

    @BeforeEach
    void remember(Sandbox sandbox) {
        ofTheTest = sandbox;
    }

    private static HttpResponse<String> post(URI api, Persona persona, String region)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(api + "/regions"))
                        .header("Authorization", persona.authorization())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\":\"" + region + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(URI api, Persona persona, String path)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Authorization", persona.authorization())
                        .build(),
                BodyHandlers.ofString());
    }

    @RepeatedTest(5)
    void eachTestBeginsWithWhatTheClassArranged(URI api, @As("super-admin") Persona admin) throws Exception {
        HttpResponse<String> created = post(api, admin, "East");
        assertEquals("3", created.body());
        assertTrue(get(api, admin, "/regions/2").body().contains("South"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"North", "West"})
    void argumentsOfATestComeBesides(String name, @As("super-admin") Persona admin, Sandbox sandbox) throws Exception {
        assertEquals("3", post(sandbox.apiUri(), admin, name).body());
        assertEquals(sandbox.name(), ofTheTest.name());
        assertNotEquals(sandbox.name(), ofTheClass.name());
    }

    @Test
    void personasAreWhoTheyAre(URI api, @As("team-member") Persona member, @As("read-only") Persona reader)
            throws Exception {
        assertEquals(403, get(api, member, "/users").statusCode());
        assertEquals(403, post(api, reader, "x").statusCode());
    }

    @Test
    void clockAndSettingsAreThoseOfTheAnnotation(Sandbox sandbox, @As("super-admin") Persona admin) throws Exception {
        assertEquals(Instant.parse("2026-01-05T09:00:00Z"), sandbox.clock().now());
        sandbox.clock().advance(Duration.ofDays(1));
        post(sandbox.apiUri(), admin, "North");
        assertEquals("2", sandbox.settings().get("page-cap"));
        assertTrue(get(sandbox.apiUri(), admin, "/regions/3").body().contains("2026-01-06T09:00:00.000Z"));
    }

    @Test
    @AlignEmulator(fixtures = "empty", rateLimit = "1/60:60")
    void aMethodMayHaveASiteOfItsOwn(URI api, @As("super-admin") Persona admin) throws Exception {
        assertEquals("[]", get(api, admin, "/epics").body());
        assertEquals(429, get(api, admin, "/epics").statusCode());
    }

    @Test
    @AlignEmulator(
            fixtures = "minimal",
            settings = {"undollared-options=ignore", "in-operator=accept", "null-comparison=memory"})
    void aMethodMayHaveAQueryLanguageOfItsOwn(URI api, @As("super-admin") Persona admin) throws Exception {
        String ids = "?$select=id&$filter=id%20in%20(1,2)&top=1";
        assertEquals(
                "[{\"id\":1},{\"id\":2}]",
                get(api, admin, "/epics" + ids.replace("$", "%24")).body());
    }

    @Nested
    class Inside {

        @Test
        void nestedClassesBelongToTheClassAround(Emulator emulator, Sandbox sandbox, @As("super-admin") Persona admin)
                throws Exception {
            assertEquals("3", post(sandbox.apiUri(), admin, "East").body());
            assertTrue(emulator.sandboxes().contains(sandbox.name()));
        }
    }
}
