package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends, or a disk that fails, at any single step between the first file and the third generation. */
class EveryStepTest {

    @TempDir
    Path temp;

    private final Script script = new Script(new Random(3), 12);

    private SaveFolder open(Path folder, WatchedDisk.Watcher watcher) {
        return SaveFolder.open(folder, Rows.CATALOGUE, new WatchedDisk(watcher), Saves.SHORT);
    }

    @Test
    void aProcessMayEndAtAnyStep() throws IOException {
        Path folder = temp.resolve("live");
        AtomicInteger steps = new AtomicInteger();
        AtomicReference<Throwable> wrong = new AtomicReference<>();
        try (SaveFolder save = open(folder, () -> {
            try {
                Path copy = temp.resolve("copy" + steps.incrementAndGet());
                Saves.copy(folder, copy);
                script.check(copy);
                Saves.delete(copy);
            } catch (Throwable e) {
                wrong.compareAndSet(null, e);
            }
        })) {
            assertEquals(Optional.empty(), script.run(save));
        }
        script.check(folder);
        assertEquals(null, wrong.get());
        assertTrue(Manifest.read(folder).orElseThrow().generation() >= 3);
        assertTrue(steps.get() > 5 * script.length(), steps + " steps");
    }

    @Test
    void theDiskMayFailAtAnyStep() {
        int step = 0;
        while (fails(++step)) {}
        assertTrue(step > 5 * script.length(), step + " steps");
    }

    /** Whether there is such a step. From then on every step fails. */
    private boolean fails(int step) {
        Path folder = temp.resolve("disk" + step);
        AtomicInteger steps = new AtomicInteger();
        Script script = new Script(new Random(3), this.script.length());
        WatchedDisk.Watcher failing = () -> {
            if (steps.incrementAndGet() >= step) {
                throw new IOException("No space left on device");
            }
        };
        boolean isOpen = false;
        try (SaveFolder save = open(folder, failing)) {
            isOpen = true;
            Optional<SaveException> failure = script.run(save);
            if (failure.isPresent()) {
                assertEquals(
                        "Cannot save in " + folder + ": No space left on device",
                        failure.get().getMessage());
                nothingIsSavedAnyMore(save);
            }
        } catch (SaveException e) {
            assertEquals("Cannot keep data in " + folder + ": No space left on device", e.getMessage());
            assertEquals(false, isOpen);
        }
        script.check(folder);
        return steps.get() >= step;
    }

    private static void nothingIsSavedAnyMore(SaveFolder save) {
        CompletionException refused =
                assertThrows(CompletionException.class, () -> save.submit(new Batch().putDocument("late", new byte[0]))
                        .join());
        assertTrue(refused.getCause() instanceof SaveException);
        assertThrows(SaveException.class, () -> save.rows("w"));
        assertTrue(!save.documents().containsKey("late"));
    }
}
