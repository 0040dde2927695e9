package io.alignemulator.conformance.judge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values that went through different readers. */
public final class JsonValues {

    private JsonValues() {}

    /** Whether they are the same JSON; a number is the same however it was read. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        if (one instanceof List<?> these && other instanceof List<?> those) {
            boolean same = these.size() == those.size();
            for (int i = 0; same && i < these.size(); i++) {
                same = same(these.get(i), those.get(i));
            }
            return same;
        }
        if (one instanceof Map<?, ?> these && other instanceof Map<?, ?> those) {
            return these.keySet().equals(those.keySet())
                    && these.keySet().stream().allMatch(key -> same(these.get(key), those.get(key)));
        }
        return one == null ? other == null : one.equals(other);
    }

    /** Name of a JSON type. */
    public static String type(@Nullable Object value) {
        return value instanceof String
                ? "string"
                : value instanceof Number
                        ? "number"
                        : value instanceof Boolean
                                ? "boolean"
                                : value instanceof List ? "array" : value instanceof Map ? "object" : "null";
    }

    /** For messages. */
    public static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 200 ? text : text.substring(0, 200) + "... (" + text.length() + " characters)";
    }
}
