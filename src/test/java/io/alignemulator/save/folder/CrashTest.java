package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A process that is killed while it saves; {@code bench/crash.sh} does this as often as you like. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
@Rule("EMUL-21")
class CrashTest {

    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedBatchIsLostAndNoneIsTorn() throws Exception {
        Crashes crashes = new Crashes(folder, new Random());
        for (int round = 0; round < ROUNDS; round++) {
            crashes.round();
        }
        assertTrue(crashes.acknowledged() > 0, "no batch was acknowledged before a kill, so nothing was proved");
    }
}
