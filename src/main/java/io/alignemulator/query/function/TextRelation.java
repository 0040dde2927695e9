package io.alignemulator.query.function;

import io.alignemulator.values.Collation;
import java.util.Arrays;
import java.util.Optional;

/** How a text may stand to another, without regard to case. {@code %}, {@code _} and {@code [} stand for themselves. */
public enum TextRelation {
    CONTAINS("contains"),
    STARTS("startswith"),
    ENDS("endswith");

    private final String function;

    TextRelation(String function) {
        this.function = function;
    }

    /** The name of the function that asks for it. */
    String function() {
        return function;
    }

    /** What the function of that name asks for, in lower case; empty where it is no relation of texts. */
    public static Optional<TextRelation> of(String function) {
        return Arrays.stream(values())
                .filter(each -> each.function.equals(function))
                .findFirst();
    }

    /** Whether the relation holds; the part comes {@link #folded}, so that a literal is folded once and not for each record. */
    public boolean holds(String text, String part) {
        return switch (this) {
            case CONTAINS -> Collation.contains(text, part);
            case STARTS -> Collation.startsWith(text, part);
            case ENDS -> Collation.endsWith(text, part);
        };
    }

    public static String folded(String part) {
        return Collation.fold(part);
    }
}
