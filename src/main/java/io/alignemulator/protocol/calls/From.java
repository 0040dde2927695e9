package io.alignemulator.protocol.calls;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.protocol.json.Limits;
import io.alignemulator.wording.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the calls that are meant begin: at a number, counted from 1 among the calls that meet all other conditions, or at a
 * time by the sandbox's clock.
 *
 * @param number empty for a time
 * @param time empty for a number
 */
public record From(OptionalLong number, Optional<Instant> time) {

    private static final String DEMANDED = "the number of a call, from 1, or a time such as 2026-01-05T09:00:00Z";

    /** From the call of that number on. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static From of(long number) {
        Limits.require(number >= 1, "", number, DEMANDED);
        return new From(OptionalLong.of(number), Optional.empty());
    }

    /** From that time on, {@code 2026-01-05T09:00:00Z}. A number may be written as a text too. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static From of(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return of(Long.parseLong(text));
        }
        try {
            return of(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new InvalidValueException("", text, Reason.not(DEMANDED));
        }
    }

    /** From that time on. */
    public static From of(Instant time) {
        return new From(OptionalLong.empty(), Optional.of(time));
    }

    @JsonValue
    Object written() {
        return number.isPresent()
                ? number.getAsLong()
                : time.map(Instant::toString).orElse("");
    }
}
