package io.alignemulator.sandbox.faults;

import io.alignemulator.protocol.faults.Effect;
import java.time.Duration;

/** How an answer goes out: a plan that the HTTP layer executes. All durations are real time. */
public sealed interface Wire {

    /** As any answer. */
    record Normal() implements Wire {}

    /** After a wait, the first byte included. */
    record Delayed(Duration delay) implements Wire {}

    /**
     * The headers at once, then the body in pieces with a pause before each but the first.
     *
     * @param bytesPerChunk length of each piece, the last one may be shorter
     */
    record Dripped(int bytesPerChunk, Duration pause) implements Wire {

        /** How many pauses a body of that length gets: those between its pieces, but no more than fit into {@link Effect#LONGEST}; what then is left goes out at once. */
        public int pauses(int length) {
            int between = Math.max(0, (length - 1) / bytesPerChunk);
            return (int) Math.min(between, Effect.LONGEST.dividedBy(pause));
        }
    }

    /** Not at all: the connection is closed without a byte of an answer. */
    record Closed() implements Wire {}

    /**
     * Status and headers, the Content-Length of the whole body among them or that it comes in chunks, and the beginning of the body; then the connection is closed.
     *
     * @param bytes how many of the body's bytes go out, fewer than it has
     * @param chunked whether no length is told: then the last chunk is missing
     */
    record Truncated(int bytes, boolean chunked) implements Wire {}
}
