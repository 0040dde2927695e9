package io.alignemulator.protocol.calls;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks whether calls were made. */
@Doc("Asks whether calls were made")
public record VerifyRequest(
        @Doc(value = "Which calls; all when left out", example = "{\"method\": \"PATCH\", \"path\": \"/epics/1001\"}")
        CallMatcher matcher,

        @Doc(
                value = "How many: a number, or {\"atLeast\": 1, \"atMost\": 2}; at least one when left out",
                example = "1")
        Optional<Count> count,

        @Doc(
                value = "How long to wait for calls that are still to come, up to PT1M of real time",
                example = "\"PT0.2S\"")
        Optional<Duration> timeout) {

    /** The longest wait. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    public VerifyRequest {
        matcher = matcher == null ? CallMatcher.ANY : matcher;
        Duration wait = timeout.orElse(Duration.ZERO);
        Limits.require(
                !wait.isNegative() && wait.compareTo(LONGEST) <= 0,
                "timeout",
                wait,
                "a duration from PT0S to " + LONGEST + ", such as PT0.5S");
    }

    /** How many calls. */
    @Doc("How many calls")
    public record Count(
            @Doc(value = "0 when left out", example = "1") int atLeast,

            @Doc(value = "Any number when left out", example = "2")
            OptionalInt atMost) {

        /** What is expected when nothing is said. */
        public static final Count AT_LEAST_ONCE = new Count(1, OptionalInt.empty());

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public Count {
            Limits.from(0, "atLeast", atLeast);
            Limits.from(0, "atMost", atMost.orElse(0));
        }

        /** Neither more nor fewer. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Count exactly(int number) {
            Limits.from(0, "", number);
            return new Count(number, OptionalInt.of(number));
        }

        /** Whether so many are right. */
        public boolean takes(int number) {
            return number >= atLeast && number <= atMost.orElse(Integer.MAX_VALUE);
        }

        /** For people. */
        @Override
        public String toString() {
            if (atMost.isEmpty()) {
                return "at least " + atLeast;
            }
            return atMost.getAsInt() == atLeast ? "exactly " + atLeast : atLeast + " to " + atMost.getAsInt();
        }
    }
}
