package io.alignemulator.conformance.run;

import io.alignemulator.conformance.Capability;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How a suite is run.
 *
 * @param client what is judged, for reports
 * @param capabilities what the client can be asked to do
 * @param time how the client waits
 * @param parallel how many scenarios run at the same time
 * @param longest how long a command may take for one scenario
 * @param progress is told how far the run has come
 */
public record RunOptions(
        String client, Set<Capability> capabilities, Time time, int parallel, Duration longest, Progress progress) {

    /** How a client waits through a block. */
    public enum Time {
        /** It turns the site's clock instead of waiting, so a block of 60 seconds takes none. */
        VIRTUAL,
        /** It waits; windows and blocks are {@link #REAL_BLOCK} long. Answers say so in the header Retry-After, but where it is asked what a client does that is told nothing. */
        REAL;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Length of a block where time is real. */
    static final Duration REAL_BLOCK = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofSeconds(60);

    public RunOptions {
        capabilities = Set.copyOf(capabilities);
    }

    /** All capabilities, virtual time, as many scenarios at once as there are processors. */
    public static RunOptions of(String client) {
        return new RunOptions(
                client,
                EnumSet.allOf(Capability.class),
                Time.VIRTUAL,
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                LONGEST,
                (done, all, failed) -> {});
    }

    public RunOptions with(Set<Capability> others) {
        return new RunOptions(client, others, time, parallel, longest, progress);
    }

    public RunOptions with(Time other) {
        return new RunOptions(client, capabilities, other, parallel, longest, progress);
    }

    /** With another number of scenarios at the same time. */
    public RunOptions withParallel(int scenarios) {
        return new RunOptions(client, capabilities, time, scenarios, longest, progress);
    }

    /** With somebody who is told how far the run has come. */
    public RunOptions with(Progress told) {
        return new RunOptions(client, capabilities, time, parallel, longest, told);
    }
}
