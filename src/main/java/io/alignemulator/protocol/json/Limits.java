package io.alignemulator.protocol.json;

import io.alignemulator.wording.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of the values that records are made of. */
public final class Limits {

    /** What is demanded where any time may stand. */
    public static final String TIME = "a time such as 2026-01-05T09:00:00Z";

    /** What is demanded where any duration may stand. */
    public static final String DURATION = "an ISO 8601 duration such as PT61S";

    /** What is demanded of the paths of a matcher. */
    public static final String PATH =
            "a path such as /epics/1001, with * for one whole segment and ** at its end for the rest";

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Limits() {}

    /**
     * Checks a value by itself.
     *
     * @param demanded what would be right, a noun with its article: {@code a whole number from 1}
     * @throws InvalidValueException when it is not right
     */
    public static void require(boolean isRight, String key, @Nullable Object value, String demanded) {
        if (!isRight) {
            throw new InvalidValueException(key, value, Reason.not(demanded));
        }
    }

    /** One of several. */
    public static <T> void oneOf(Collection<T> known, String key, T value) {
        require(known.contains(value), key, value, Reason.oneOf(known));
    }

    /**
     * Checks a value beside the others.
     *
     * @param where it would not be right, {@code beside bytes}
     * @param instead what to do, {@code give one of them}
     * @throws InvalidValueException when it is not right there
     */
    public static void fits(boolean isRight, String key, Object value, String where, String instead) {
        if (!isRight) {
            throw new InvalidValueException(key, value, Reason.notTaken(where, instead));
        }
    }

    /** JSON may say null, or nothing, where a record does not. */
    public static void present(String key, @Nullable Object value, String demanded) {
        require(value != null, key, value, demanded);
    }

    /** A text that is not empty. */
    public static void text(String key, @Nullable String text) {
        require(text != null && !text.isEmpty(), key, text, "a text of one character or more");
    }

    /** Whole milliseconds, one at least. */
    public static void duration(String key, @Nullable Duration duration, Duration longest) {
        String demanded = "an ISO 8601 duration in whole milliseconds from PT0.001S to " + longest + ", such as PT0.5S";
        require(
                duration != null
                        && duration.compareTo(SHORTEST) >= 0
                        && duration.compareTo(longest) <= 0
                        && duration.equals(Duration.ofMillis(duration.toMillis())),
                key,
                duration,
                demanded);
    }

    /** A time whose year has four digits. */
    public static void time(String key, Instant time) {
        require(!time.isBefore(FIRST) && !time.isAfter(LAST), key, time, "a time of the years 1 to 9999");
    }

    /** A number that counts, or says how many. */
    public static void from(long least, String key, long number) {
        require(number >= least, key, number, "a whole number from " + least);
    }

    /** A number within bounds. */
    public static void range(long least, long most, String key, long number) {
        require(number >= least && number <= most, key, number, "a whole number from " + least + " to " + most);
    }

    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** In the order of the given one; values may be null. */
    public static <V extends @Nullable Object> Map<String, V> map(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** JSON as maps, lists and scalars that nobody can change afterwards. */
    public static @Nullable Object frozen(@Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, frozen(value)));
            return Collections.unmodifiableMap(copy);
        }
        if (json instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(frozen(each)));
            return Collections.unmodifiableList(copy);
        }
        return json;
    }
}
