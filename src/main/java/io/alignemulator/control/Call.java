package io.alignemulator.control;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.call.Parameters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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
 * @param origin scheme and host as the client used them
 */
public record Call(
        String method,
        String path,
        Parameters query,
        Map<String, String> variables,
        UnaryOperator<String> headers,
        String origin,
        byte[] body) {

    Call with(Map<String, String> values) {
        return new Call(method, path, query, values, headers, origin, body);
    }

    String header(String name) {
        return headers.apply(name);
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

    boolean isJson() {
        String type = header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    /** Whether the caller asks for text to read rather than for JSON. */
    boolean wantsText() {
        return parameter("format").filter("text"::equalsIgnoreCase).isPresent()
                || header("Accept").toLowerCase(Locale.ROOT).startsWith("text/plain");
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

    static Duration duration(String name, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new ControlException(400, name + " is an ISO 8601 duration such as PT61S, not '" + text + "'.");
        }
    }

    static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ControlException(400, name + " is a time such as 2026-01-05T09:00:00Z, not '" + text + "'.");
        }
    }
}
