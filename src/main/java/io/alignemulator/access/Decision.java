package io.alignemulator.access;

/** What a user may do, in the three shapes in which the real server refuses (fidelity rules of section 7). */
public enum Decision {
    ALLOWED,

    /** The role lacks the page or the action: 403, list and item alike. */
    PAGE_CLOSED,

    /** No membership reaches the record: left out of lists, 404 by id, an invalid value as a reference. */
    OUT_OF_SCOPE
}
