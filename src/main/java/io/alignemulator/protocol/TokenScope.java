package io.alignemulator.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the holder of a token of the sign-on may do at all. */
public enum TokenScope {
    @JsonProperty("read")
    READ,
    @JsonProperty("read-write")
    READ_WRITE
}
