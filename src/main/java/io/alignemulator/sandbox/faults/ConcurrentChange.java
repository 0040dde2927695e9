package io.alignemulator.sandbox.faults;

import io.alignemulator.catalogue.Json;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody else acts while a client is at work: before the call that is hit is answered as usual, calls of the control API are made. Records come and change between two pages, a token is
 * generated anew, a page is closed to a role, the clock goes on.
 *
 * @param before in their order
 */
public record ConcurrentChange(List<ControlCall> before) implements Effect {

    /** Calls that an effect may make at most. */
    static final int MOST = 20;

    private static final Set<String> METHODS = Set.of("POST", "PUT", "DELETE");

    public ConcurrentChange {
        before = List.copyOf(before);
        Range.require(!before.isEmpty() && before.size() <= MOST, "There are 1 to " + MOST + " calls");
    }

    /**
     * A call of the control API.
     *
     * @param path below the sandbox, e.g. {@code /import}
     * @param body JSON; an empty object for none
     */
    public record ControlCall(String method, String path, JsonNode body) {
        public ControlCall {
            Range.require(METHODS.contains(method), "method is one of POST, PUT, DELETE");
            Range.require(path.startsWith("/"), "path begins with a slash");
            Range.require(body.isObject(), "body is an object");
        }
    }

    @Override
    public String type() {
        return "meanwhile";
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Effect.super.json();
        ArrayNode calls = json.putArray("calls");
        for (ControlCall call : before) {
            ObjectNode each = calls.addObject().put("method", call.method()).put("path", call.path());
            if (!call.body().isEmpty()) {
                each.set("body", call.body());
            }
        }
        return json;
    }

    /** @throws IllegalArgumentException when it is no call */
    static ControlCall call(JsonNode json) {
        for (String key : json.propertyNames()) {
            Range.require(
                    Set.of("method", "path", "body").contains(key), "a call has method, path and body, no " + key);
        }
        return new ControlCall(
                json.path("method").asString(""),
                json.path("path").asString(""),
                json.has("body") ? json.path("body") : Json.object());
    }
}
