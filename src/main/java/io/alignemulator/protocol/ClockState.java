package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import java.time.Instant;

/** The time of a site. */
@Doc("The time of a site")
public record ClockState(
        @Doc("What it shows") Instant now,
        @Doc("Whether it stands still") boolean frozen) {}
