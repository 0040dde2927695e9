package io.alignemulator.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Settings about how much one call, one record and one server may take; no real client meets their defaults. They stand in {@link Settings#ALL} like all others. */
public final class LimitSettings {

    private static final Duration LONGEST_LIFE = Duration.ofDays(36_500);

    public static final Setting<Integer> CALL_WORK = number(
            "call-work",
            1_000,
            Integer.MAX_VALUE,
            "250000000",
            "Steps of work that a call may take: rows looked at, conditions, elements, letters of texts; above it the answer is 400.",
            "EMUL-28");

    public static final Setting<Integer> TEXT_LIMIT = number(
            "text-limit",
            1_000,
            Integer.MAX_VALUE,
            "100000",
            "Characters that a value of a field may have, a list counted with all its elements; above it the answer is 400.",
            "EMUL-29");
    public static final Setting<Integer> JOURNAL_BYTES = number(
            "journal-bytes",
            1_000_000,
            Integer.MAX_VALUE,
            "64000000",
            "Bytes that the journals of all sandboxes keep together; beyond them the one silent longest gives its oldest calls first.",
            "-");
    public static final Setting<Integer> MAX_SANDBOXES = number(
            "max-sandboxes",
            0,
            1_000_000,
            "10000",
            "How many sandboxes there may be besides the default one; beyond them the answer is 409.",
            "-");
    public static final Setting<Optional<Duration>> SANDBOX_TTL = new Setting<>(
            "sandbox-ttl",
            "DURATION",
            "an ISO 8601 duration from PT0.001S to P36500D, such as PT8H",
            "",
            LimitSettings::life,
            "How long a sandbox lives that does not say it, such as PT8H; empty for ever.",
            "-");

    public static final Setting<Integer> BODY_TIME = number(
            "body-time",
            1,
            3_600,
            "30",
            "Seconds after which a body that is still coming has to come at 10,000 bytes a second on average; a slower one is answered 408.",
            "EMUL-31");

    private LimitSettings() {}

    private static Optional<Duration> life(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Duration life = Duration.parse(text);
            if (life.toMillis() >= 1 && life.compareTo(LONGEST_LIFE) <= 0) {
                return Optional.of(life);
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // told below
        }
        throw new IllegalArgumentException();
    }

    private static Setting<Integer> number(String name, int from, int to, String fallback, String about, String rule) {
        return Setting.number(name, from + "-" + to, from, to, fallback, about, rule);
    }
}
