package io.alignemulator.sandbox;

import io.alignemulator.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many calls an address may make. Rules RATE.
 *
 * @param calls allowed within any window, at least 1
 * @param window the length of the sliding window, whole milliseconds, positive
 * @param block how long an address is refused after one call too many, whole milliseconds, positive
 * @param blockExtends whether a call made while blocked starts the block again
 */
public record RateLimit(int calls, Duration window, Duration block, boolean blockExtends) {
    /** What the real server does. */
    public static final RateLimit REAL = new RateLimit(600, Duration.ofSeconds(60), Duration.ofSeconds(60), false);

    private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,9})/([0-9]{1,9}):([0-9]{1,9})");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when a number or duration is not positive
     */
    public RateLimit {
        if (calls < 1 || window.toMillis() < 1 || block.toMillis() < 1) {
            throw new IllegalArgumentException("The calls, the window and the block of a rate limit are positive, not "
                    + calls + ", " + window + " and " + block);
        }
    }

    /**
     * Reads {@code CALLS/SECONDS:BLOCK}, for example {@code 600/60:60}, or {@code off}.
     *
     * @return empty for {@code off}
     * @throws io.alignemulator.settings.SettingException for anything else, with a message for the user
     */
    public static Optional<RateLimit> parse(String text) {
        return read(Settings.RATE_LIMIT.parse(text));
    }

    private static Optional<RateLimit> read(String checked) {
        Matcher numbers = SYNTAX.matcher(checked);
        return numbers.matches()
                ? Optional.of(new RateLimit(
                        number(numbers, 1),
                        Duration.ofSeconds(number(numbers, 2)),
                        Duration.ofSeconds(number(numbers, 3)),
                        false))
                : Optional.empty();
    }

    /** The limit that a site's settings ask for. */
    public static Optional<RateLimit> of(Settings settings) {
        return read(settings.get(Settings.RATE_LIMIT))
                .map(limit -> limit.withBlockExtends(settings.get(Settings.BLOCK_EXTENDS)));
    }

    /** The same limit with or without extending blocks. */
    public RateLimit withBlockExtends(boolean extend) {
        return new RateLimit(calls, window, block, extend);
    }

    private static int number(Matcher numbers, int group) {
        return Integer.parseInt(numbers.group(group));
    }
}
