package io.alignemulator.control;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.Parameters;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A call of the control API.
 *
 * @param path what follows {@code /_emulator}
 * @param variables values of the route's variables by name
 * @param headers gives a header's value, empty when it is missing
 */
public record Call(
        String method,
        String path,
        Parameters query,
        Map<String, String> variables,
        UnaryOperator<String> headers,
        byte[] body) {

    Call with(Map<String, String> values) {
        return new Call(method, path, query, values, headers, body);
    }

    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    Optional<String> parameter(String name) {
        return query.value(name);
    }

    String required(String name) {
        return parameter(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ControlException(400, "The query parameter " + name + " is missing."));
    }

    /** The body, which has to be a JSON object; an empty body is an empty object. */
    JsonNode json() {
        try {
            JsonNode json = body.length == 0 ? Json.object() : Json.readStrictly(body);
            if (json.isObject()) {
                return json;
            }
            throw new ControlException(400, "The body must be a JSON object.");
        } catch (JacksonException e) {
            throw new ControlException(400, "The body is not JSON: " + e.getOriginalMessage());
        }
    }
}
