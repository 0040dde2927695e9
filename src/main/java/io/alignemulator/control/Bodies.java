package io.alignemulator.control;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads members of a body; what has the wrong type is refused, never ignored. */
final class Bodies {

    private Bodies() {}

    /** Refuses a member that does nothing: it is a spelling mistake more often than not. */
    static void onlyKeys(JsonNode json, Set<String> known) {
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new ControlException(400, "There is no '" + name + "'; known are " + new TreeSet<>(known) + ".");
            }
        }
    }

    static Optional<String> text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new ControlException(400, name + " is a text.");
        }
        return Optional.of(value.asString());
    }

    static Optional<Boolean> flag(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw new ControlException(400, name + " is true or false.");
        }
        return Optional.of(value.asBoolean());
    }

    static Optional<Integer> number(JsonNode json, String name, int least) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least) {
            throw new ControlException(400, name + " is a whole number from " + least + ".");
        }
        return Optional.of(value.asInt());
    }
}
