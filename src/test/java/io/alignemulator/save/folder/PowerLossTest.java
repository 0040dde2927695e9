package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.world.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A machine that loses its power, at any step and with whatever part of the unforced writes on the disk. */
class PowerLossTest {

    private Path temp = Path.of("");
    private ForgetfulDisk disk;
    private int images;

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void whatWasAcknowledgedSurvivesALossOfPowerAtAnyStep(@ForAll Random random) throws IOException {
        temp = Files.createTempDirectory("save");
        Path folder = temp.resolve("live");
        Script script = new Script(random, 8);
        AtomicReference<Throwable> wrong = new AtomicReference<>();
        disk = new ForgetfulDisk(folder, random, () -> {
            try {
                lose(script);
            } catch (Throwable e) {
                wrong.compareAndSet(null, e);
            }
        });
        // opened twice, because what is cut off at an opening can be lost as well
        for (int opening = 0; opening < 2; opening++) {
            try (SaveFolder save = SaveFolder.open(folder, Rows.CATALOGUE, disk, Saves.SHORT)) {
                assertEquals(Optional.empty(), script.run(save));
            }
        }
        assertEquals(null, wrong.get());
        Saves.delete(temp);
    }

    private void lose(Script script) throws IOException {
        Path image = temp.resolve("image" + images++);
        disk.afterLoss(image);
        script.check(image);
        Saves.delete(image);
    }
}
