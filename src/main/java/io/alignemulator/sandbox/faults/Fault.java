package io.alignemulator.sandbox.faults;

import io.alignemulator.catalogue.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule: calls that fail, and how. A value without an identity; {@link Faults} gives it one.
 *
 * @param description for people; empty when there is none
 */
public record Fault(FaultMatcher match, Effect effect, String description) {

    /**
     * Reads {@code {"match": {"verb": "PATCH", "path": "/epics/*", "persona": "program-manager", "nth": 2}, "effect": {"type": "status", "code": 503}, "description": "..."}}.
     * The effect is required; a match that is left out is every call.
     *
     * @param site decides what can match at all
     * @throws FaultException with everything that is wrong, also when the rule could never have an effect
     */
    public static Fault read(JsonNode json, FaultSite site) {
        return FaultReader.read(json, site);
    }

    /** As it is written in JSON; {@link #read} makes an equal fault of it. */
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("match", match.json());
        json.set("effect", effect.json());
        return description.isEmpty() ? json : json.put("description", description);
    }
}
