package io.alignemulator.access.matrix;

/** What a user may do with a record as far as memberships decide. */
public enum Level {
    NONE,
    READ,
    WRITE;

    Level or(Level other) {
        return compareTo(other) < 0 ? other : this;
    }
}
