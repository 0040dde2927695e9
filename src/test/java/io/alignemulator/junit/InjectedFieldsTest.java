package io.alignemulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The annotation on fields, without one on the class; one instance for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.Random.class)
class InjectedFieldsTest {

    private static final Set<String> SEEN = new HashSet<>();

    @AlignEmulator(fixtures = "minimal")
    static Sandbox ofTheClass;

    @AlignEmulator(fixtures = "minimal")
    Sandbox sandbox;

    @AlignEmulator(fixtures = "minimal")
    private Emulator server;

    @AlignEmulator(fixtures = "minimal")
    private URI api;

    @As("program-manager")
    @AlignEmulator(fixtures = "minimal")
    private Persona manager;

    private String before = "";

    @BeforeEach
    void fieldsAreFilledBeforeTheTestsOwnPreparation() {
        before = sandbox.name();
    }

    @RepeatedTest(3)
    void everyTestFindsItsOwn(Sandbox parameter) {
        assertEquals(sandbox.name(), parameter.name());
        assertEquals(sandbox.name(), before);
        assertEquals(sandbox.apiUri(), api);
        assertEquals(sandbox.tokens().get("program-manager"), manager.token());
        assertNotEquals(ofTheClass.name(), sandbox.name());
        assertEquals(
                1,
                sandbox.world().all("Epics").stream()
                        .filter(each -> each.get("id").equals(1))
                        .count());
        assertEquals(true, SEEN.add(sandbox.name()));
        assertEquals(java.util.List.of(2L), sandbox.seed("Regions", Map.of("name", "South")));
    }

    @Test
    void aSecondSiteIsMadeOnTheServer() {
        try (Sandbox other = server.newSandbox(new Sandbox.Options().fixtures("empty"))) {
            assertEquals(0, other.world().all("Epics").size());
            assertNotEquals(other.name(), sandbox.name());
        }
    }

    @Nested
    class Inside {

        @Test
        void nestedTestsFillTheFieldsAround(Sandbox parameter) {
            assertEquals(parameter.name(), sandbox.name());
        }
    }
}
