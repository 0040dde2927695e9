package io.alignemulator.query.function;

import io.alignemulator.world.Collation;

/** How a text may stand to another, without regard to case. {@code %}, {@code _} and {@code [} stand for themselves. */
public enum TextRelation {
    CONTAINS,
    STARTS,
    ENDS;

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
