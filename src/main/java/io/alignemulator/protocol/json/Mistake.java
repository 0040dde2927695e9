package io.alignemulator.protocol.json;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with a body.
 *
 * @param pointer JSON pointer into the body, empty for the body itself
 * @param value what stands there, shortened; empty when nothing does
 * @param reason why it is wrong, and what is known instead
 */
public record Mistake(String pointer, String value, String reason) {

    private static final int LONGEST_VALUE = 80;

    public Mistake {
        value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }

    /** A key below a pointer. */
    public static String below(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
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
        return (pointer.isEmpty() ? "" : pointer + ": ") + (value.isEmpty() ? "" : value + " ") + reason;
    }
}
