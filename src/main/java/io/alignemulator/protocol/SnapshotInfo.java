package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import java.time.Instant;

/** A state that was kept. */
@Doc("A state that was kept")
public record SnapshotInfo(
        @Doc("Under which it was kept") String name,
        @Doc("When, by the clock of the site") Instant taken,

        @Doc("How many records differ from the beginning in it")
        long changes) {}
