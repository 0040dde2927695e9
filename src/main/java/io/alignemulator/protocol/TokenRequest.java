package io.alignemulator.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alignemulator.protocol.json.Doc;

/** Whose token is generated anew. */
@Doc("Whose token is generated anew")
public record TokenRequest(
        @JsonProperty(required = true) @Doc(value = "Id of the user", example = "4")
        long userId) {}
