package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.alignemulator.world.Rows;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Batches that wait for the disk are committed together, and none is acknowledged before the disk has it. */
@Timeout(20)
class GroupCommitTest {

    private static final int WAITING = 20;

    @TempDir
    Path folder;

    /** A disk that takes its time: it begins to force when it is told to. */
    private static final class SlowDisk extends Disk {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch told = new CountDownLatch(1);
        volatile boolean isSlow;
        volatile int forced;

        @Override
        void force(FileChannel channel) throws IOException {
            if (isSlow) {
                asked.countDown();
                try {
                    told.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                forced++;
            }
            super.force(channel);
        }
    }

    @Test
    void whatWaitsIsCommittedTogetherAndAcknowledgedInOrder() throws Exception {
        SlowDisk disk = new SlowDisk();
        List<Integer> acknowledged = Collections.synchronizedList(new ArrayList<>());
        try (SaveFolder save = SaveFolder.open(folder, Rows.CATALOGUE, disk, Long.MAX_VALUE / 8)) {
            disk.isSlow = true;
            List<CompletableFuture<Void>> saved = new ArrayList<>();
            saved.add(save.submit(batch(0)).thenRun(() -> acknowledged.add(0)));
            disk.asked.await();
            for (int i = 1; i <= WAITING; i++) {
                int number = i;
                saved.add(save.submit(batch(i)).thenRun(() -> acknowledged.add(number)));
            }
            assertFalse(saved.stream().anyMatch(CompletableFuture::isDone));
            assertEquals(0, save.documents().size());
            disk.told.countDown();
            saved.forEach(CompletableFuture::join);
        }
        assertEquals(2, disk.forced);
        assertEquals(IntStream.rangeClosed(0, WAITING).boxed().toList(), acknowledged);
        try (SaveFolder save = Saves.open(folder)) {
            assertEquals("" + WAITING, Saves.documents(save).get("d"));
        }
    }

    private static Batch batch(int number) {
        return new Batch().putDocument("d", Saves.bytes("" + number));
    }
}
