package io.alignemulator.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import io.alignemulator.wording.Reason;
import java.util.List;

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

    private static final List<Method> VERBS = List.of(Method.GET, Method.POST, Method.PUT, Method.PATCH, Method.DELETE);

    public AccessQuestion {
        Limits.present("verb", verb, Reason.oneOf(VERBS));
        Limits.text("path", path == null ? null : path.strip());
        Limits.oneOf(VERBS, "verb", verb);
    }
}
