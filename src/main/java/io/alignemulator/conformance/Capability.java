package io.alignemulator.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a client can be asked to do; what it cannot do is not judged. */
public enum Capability {
    /** Lists, single records, who am I. */
    @JsonProperty("read")
    READ,
    @JsonProperty("create")
    CREATE,
    @JsonProperty("replace")
    REPLACE,
    @JsonProperty("patch")
    PATCH,
    @JsonProperty("delete")
    DELETE,
    /** Basic authentication with an email and a token of Atlassian's sign-on. */
    @JsonProperty("basic")
    BASIC;

    /** As it is written in scenarios and on the command line. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
