package io.alignemulator.sandbox.faults;

import io.alignemulator.resource.address.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a matcher can say of a call's verb: the method, or which of the two reads. The names are those of JSON, in exactly this case. */
public enum FaultVerb {
    GET("GET"),
    POST("POST"),
    PUT("PUT"),
    PATCH("PATCH"),
    DELETE("DELETE"),

    /** GET of a collection. */
    LIST("list"),

    /** GET of one record: by id, or the caller's own. */
    READ("get");

    private final String text;

    FaultVerb(String text) {
        this.text = text;
    }

    /** The name in JSON. */
    public String text() {
        return text;
    }

    static Optional<FaultVerb> of(String text) {
        return Arrays.stream(values()).filter(verb -> verb.text.equals(text)).findFirst();
    }

    static List<String> known() {
        return Arrays.stream(values()).map(FaultVerb::text).toList();
    }

    /** @param kind of the address; empty when the API has no such address */
    boolean accepts(String method, Optional<Endpoint.Kind> kind) {
        return switch (this) {
            case LIST ->
                method.equals("GET")
                        && kind.filter(k -> k == Endpoint.Kind.COLLECTION).isPresent();
            case READ ->
                method.equals("GET")
                        && kind.filter(k -> k == Endpoint.Kind.ITEM || k == Endpoint.Kind.WHOAMI)
                                .isPresent();
            default -> method.equals(text);
        };
    }

    /** Whether every call that the other accepts is accepted too. */
    boolean covers(FaultVerb other) {
        return this == other || (this == GET && (other == LIST || other == READ));
    }
}
