package io.alignemulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.world.Integrity;
import io.alignemulator.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The multiplier; that what it makes is believable is checked with the shipped sets. */
class LargeSiteTest {

    private static final long DEMO = 4_099;
    private static final long LARGEST_FAMILY = 50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {4_080, 4_081, 12_345})
    void makesAsManyRecordsAsAskedAndAtMostOneFeaturesMore(long records) throws IOException {
        long written = LargeSite.write(folder, records);
        assertTrue(written >= records && written < records + LARGEST_FAMILY, records + " asked, " + written + " made");
        assertEquals(written, lines());
    }

    @Test
    void neverMakesLessThanTheDemoSet() throws IOException {
        assertEquals(DEMO, LargeSite.write(folder, 1));
    }

    @Test
    void theSameNumberGivesTheSameFiles() throws IOException {
        Path again = folder.resolve("again");
        Path once = folder.resolve("once");
        LargeSite.write(once, 6_000);
        LargeSite.write(again, 6_000);
        try (Stream<Path> files = Files.list(once)) {
            for (Path file : files.toList()) {
                assertEquals(-1, Files.mismatch(file, again.resolve(file.getFileName())), file.toString());
            }
        }
    }

    @Test
    void theEmulatorLoadsIt() throws IOException {
        LargeSite.write(folder, 10_000);
        Catalogue catalogue = Catalogue.load();
        World world =
                FixtureReader.read(folder.toString(), catalogue, Instant.EPOCH).world();
        assertTrue(world.table(catalogue.resource("Story")).size() > 2 * 960, "stories are what grows");
        assertEquals(159, world.table(catalogue.resource("User")).size(), "people stay");
        assertEquals(List.of(), Integrity.check(world));
    }

    /** Files hold a record a line. */
    private long lines() throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                lines += Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("{"))
                        .count();
            }
        }
        return lines;
    }
}
