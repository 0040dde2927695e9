package io.alignemulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.Builder;
import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Sandbox;
import io.alignemulator.fixtures.PackedSite;
import io.alignemulator.world.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A packed site stands wherever in Java a folder of fixtures does: for the server that is built, and for the sandboxes of tests on it. */
class PackedFixturesTest {

    private static final Path FILE = packed();

    @RegisterExtension
    static AlignExtension align = AlignExtension.of(JiraAlignEmulator.builder().fixtures(FILE.toString()));

    private static Path packed() {
        try {
            Path folder = Files.createTempDirectory("packed");
            folder.toFile().deleteOnExit();
            Path regions = folder.resolve("Regions.json");
            Files.writeString(regions, "[{\"id\":7,\"name\":\"Packed\"}]");
            Path file = folder.resolve("site.align");
            PackedSite.pack(folder.toString(), file, Rows.CATALOGUE);
            Files.delete(regions);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @RepeatedTest(2)
    void everyTestBeginsWithThePackedSite() {
        assertEquals("Packed", align.world().get("Regions", 7).get("name"));
        assertEquals(8L, align.seed("Regions", Map.of("name", "East")).get(0));
    }

    @Test
    void aBuiltServerAndItsSandboxesHoldWhatWasSaidLast() {
        assertEquals(
                List.of("Packed"),
                regions(JiraAlignEmulator.builder().fixtures("minimal").fixtures(FILE)));
        assertEquals(List.of("Packed"), regions(JiraAlignEmulator.builder().set("fixtures", FILE)));
        assertNotEquals(
                List.of("Packed"),
                regions(JiraAlignEmulator.builder().fixtures(FILE).fixtures("empty")));
    }

    private static List<Object> regions(Builder builder) {
        try (JiraAlignEmulator emulator = builder.start();
                Sandbox other = emulator.server().newSandbox(builder.sandboxOptions())) {
            List<Object> names = regions(emulator.sandbox());
            assertEquals(names, regions(other));
            return names;
        }
    }

    private static List<Object> regions(Sandbox sandbox) {
        return sandbox.world().all("Regions").stream()
                .map(region -> region.get("name"))
                .toList();
    }

    @Test
    void aDamagedOneIsToldWithItsReason(@TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(FILE);
        bytes[bytes.length - 1] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.align"), bytes);
        Builder builder = JiraAlignEmulator.builder().fixtures(damaged);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, builder::start);
        assertTrue(
                refusal.getMessage().contains("is damaged: it holds something else than was packed"),
                refusal::toString);
    }
}
