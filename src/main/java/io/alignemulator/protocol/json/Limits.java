package io.alignemulator.protocol.json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of the values that records are made of. */
public final class Limits {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Limits() {}

    /** @throws InvalidValueException when it is not right */
    public static void require(boolean isRight, String key, Object value, String reason) {
        if (!isRight) {
            throw new InvalidValueException(key, value.toString(), reason);
        }
    }

    /** JSON may say null, or nothing, where a record does not. */
    public static void present(String key, @Nullable Object value) {
        if (value == null) {
            throw new InvalidValueException(key, "", "is missing");
        }
    }

    public static void text(String key, @Nullable String text) {
        if (text == null) {
            throw new InvalidValueException(key, "", "is missing");
        }
        require(!text.isEmpty(), key, "\"\"", "is a text that is not empty");
    }

    /** Whole milliseconds, one at least. */
    public static void duration(String key, @Nullable Duration duration, Duration longest) {
        if (duration == null) {
            throw new InvalidValueException(key, "", "is missing");
        }
        require(
                duration.compareTo(SHORTEST) >= 0
                        && duration.compareTo(longest) <= 0
                        && duration.equals(Duration.ofMillis(duration.toMillis())),
                key,
                duration,
                "is an ISO 8601 duration in whole milliseconds from PT0.001S to " + longest + ", such as PT0.5S");
    }

    /** A time whose year has four digits. */
    public static void time(String key, Instant time) {
        require(!time.isBefore(FIRST) && !time.isAfter(LAST), key, time, "is a time of the years 1 to 9999");
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
