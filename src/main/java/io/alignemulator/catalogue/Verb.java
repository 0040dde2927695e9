package io.alignemulator.catalogue;

/** What a client may do with a resource. */
public enum Verb {
    READ,
    CREATE,
    UPDATE,
    DELETE
}
