package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose token is generated anew. */
@Doc("Whose token is generated anew")
public record TokenRequest(
        @JsonProperty(required = true) @Doc(value = "Id of the user", example = "4")
        long userId) {}
