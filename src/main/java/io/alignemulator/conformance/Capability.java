package io.alignemulator.conformance;

import java.util.Locale;

/** What a client can be asked to do; what it cannot do is not judged. */
public enum Capability {
    /** Lists, single records, who am I. */
    READ,
    CREATE,
    REPLACE,
    PATCH;

    /** @throws IllegalArgumentException when there is none of that name */
    static Capability of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As it is written in scenarios and on the command line. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
