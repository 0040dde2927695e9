package io.alignemulator.protocol.json;

import io.alignemulator.wording.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a body.
 *
 * @param pointer JSON pointer into the body, empty for the body itself
 * @param value what stands there, shortened; empty when nothing does
 * @param refusal why it is wrong, and what would be right
 */
public record Mistake(String pointer, String value, Reason refusal) {

    private static final int LONGEST_VALUE = 80;

    public Mistake {
        value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }

    /** What is wrong with the value of a key of the body. */
    public static Mistake at(String key, @Nullable Object value, Reason refusal) {
        return new Mistake(below("", key), written(value), refusal);
    }

    /** A key below a pointer. */
    public static String below(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** A value as it stands in JSON. */
    static String written(@Nullable Object value) {
        return ControlJson.strict().writeValueAsString(value);
    }

    /** One on a line, several below their number. */
    public static String text(List<Mistake> mistakes) {
        return mistakes.size() == 1
                ? mistakes.get(0).toString()
                : mistakes.size() + " mistakes"
                        + mistakes.stream().map(each -> "\n  " + each).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return refusal.of(pointer, pointer.isEmpty() && value.isEmpty() ? "The body" : value);
    }
}
