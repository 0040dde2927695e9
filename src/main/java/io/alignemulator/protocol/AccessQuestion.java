package io.alignemulator.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;

/** A call about which is asked what it would be told. */
@Doc("A call about which is asked what it would be told")
public record AccessQuestion(
        @JsonProperty(required = true) @Doc(value = "Id of the user", example = "4")
        long user,

        @JsonProperty(required = true) @Doc(value = "GET, POST, PUT, PATCH or DELETE", example = "\"PATCH\"")
        Method verb,

        @JsonProperty(required = true)
        @Doc(value = "With or without /rest/align/api/2 in front", example = "\"/epics/1001\"")
        String path) {

    public AccessQuestion {
        Limits.present("verb", verb);
        Limits.text("path", path == null ? null : path.strip());
        Limits.require(
                verb != Method.HEAD && verb != Method.OPTIONS, "verb", verb, "is one of GET, POST, PUT, PATCH, DELETE");
    }
}
