package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves the time of a site. */
@Doc("Moves the time of a site: one of advance and set, or frozen")
public record ClockChange(
        @Doc(value = "How far it goes forward", example = "\"PT61S\"")
        Optional<Duration> advance,

        @Doc(value = "What it shows from now on; not beside advance", example = "\"2026-01-05T09:00:00Z\"")
        Optional<Instant> set,

        @Doc(value = "Whether it stands still from now on", example = "true")
        Optional<Boolean> frozen) {

    public ClockChange {
        Limits.require(
                advance.isPresent() || set.isPresent() || frozen.isPresent(),
                "",
                null,
                "a change of the clock, which has one of advance and set, or frozen");
        advance.ifPresent(duration -> Limits.require(
                !duration.isNegative(), "advance", duration, "a duration of PT0S or more, such as PT61S"));
        set.ifPresent(time -> Limits.time("set", time));
        set.ifPresent(time -> Limits.fits(advance.isEmpty(), "set", time, "beside advance", "give one of them"));
    }

    /** Forward. */
    public static ClockChange advance(Duration duration) {
        return new ClockChange(Optional.of(duration), Optional.empty(), Optional.empty());
    }

    /** To a time. */
    public static ClockChange set(Instant time) {
        return new ClockChange(Optional.empty(), Optional.of(time), Optional.empty());
    }

    /** Lets it stand still, or run. */
    public static ClockChange frozen(boolean still) {
        return new ClockChange(Optional.empty(), Optional.empty(), Optional.of(still));
    }

    /** The same, standing still afterwards. */
    public ClockChange andFreeze() {
        return new ClockChange(advance, set, Optional.of(true));
    }
}
