package io.alignemulator.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of the journal are meant, and how many there should be: {@code Calls.to("PATCH", "/epics/*").with("status", 204).times(2)}. Immutable; every method gives
 * another one. Without a number at least one call is expected.
 */
public final class Calls {

    private final Map<String, Object> matcher;
    private final @Nullable Object count;
    private final Duration timeout;

    private Calls(Map<String, Object> matcher, @Nullable Object count, Duration timeout) {
        this.matcher = matcher;
        this.count = count;
        this.timeout = timeout;
    }

    /** Every call. */
    public static Calls any() {
        return new Calls(Map.of(), null, Duration.ZERO);
    }

    /** @param path below the base of the REST API; a {@code *} stands for one segment */
    public static Calls to(String method, String path) {
        return any().with("method", method).with("path", path);
    }

    /**
     * One more condition, as the control API's matchers have them.
     *
     * @param condition {@code status} (204 or {@code 4xx}), {@code persona}, {@code user}, {@code query}, {@code header}, {@code bodyJson}, {@code bodyContains}, {@code pathPattern},
     *     {@code from}, {@code to}, {@code rule}, {@code ignored}, {@code fault}
     * @param value a text, a number, or a map where the condition has members
     */
    public Calls with(String condition, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(matcher);
        more.put(condition, value);
        return new Calls(more, count, timeout);
    }

    /** Exactly so many; 0 for none at all. */
    public Calls times(int number) {
        return new Calls(matcher, number, timeout);
    }

    public Calls atLeast(int number) {
        return new Calls(matcher, Map.of("atLeast", number), timeout);
    }

    public Calls atMost(int number) {
        return new Calls(matcher, Map.of("atMost", number), timeout);
    }

    /** Waits for calls that are still to come; up to 60 seconds of real time. */
    public Calls within(Duration longest) {
        return new Calls(matcher, count, longest);
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("matcher", matcher);
        if (count != null) {
            body.put("count", count);
        }
        if (!timeout.isZero()) {
            body.put("timeout", timeout.toString());
        }
        return body;
    }
}
