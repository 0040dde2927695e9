package io.alignemulator.protocol.calls;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.wording.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A method of HTTP; in JSON in any case. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE,
    HEAD,
    OPTIONS;

    /**
     * The method of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    @JsonCreator
    public static Method of(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.name().equals(upper))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "",
                        name,
                        Reason.notOneOf(List.of(values()))
                                .hint(upper.equals("LIST") ? "; GET with the path /* is a list" : "")));
    }
}
