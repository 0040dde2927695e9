package io.alignemulator.resource.patch;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a path leads in a tree: an object or array that is there, and a key or index in it under which something may be.
 *
 * @param path the keys from the root to here in the spelling of the document, never empty
 */
public record Location(JsonNode parent, List<String> path) {
    private static final String END = "-";

    /** What is there. */
    Optional<JsonNode> value() {
        if (parent instanceof ObjectNode object) {
            return object.optional(key());
        }
        int index = index();
        return index >= 0 && index < parent.size() ? Optional.of(parent.get(index)) : Optional.empty();
    }

    /** Sets the object's member, or inserts into the array; false when the array has no such place. */
    boolean add(JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(key(), value);
            return true;
        }
        ArrayNode array = (ArrayNode) parent;
        int index = key().equals(END) ? array.size() : index();
        if (index < 0 || index > array.size()) {
            return false;
        }
        array.insert(index, value);
        return true;
    }

    /** Puts another value in the place of the one that is there. */
    void replace(JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(key(), value);
        } else {
            ((ArrayNode) parent).set(index(), value);
        }
    }

    /** Takes away what is there. */
    void remove() {
        if (parent instanceof ObjectNode object) {
            object.remove(key());
        } else {
            ((ArrayNode) parent).remove(index());
        }
    }

    private String key() {
        return path.get(path.size() - 1);
    }

    /** The key as RFC 6901 reads an array index: digits without leading zeros; -1 when it is none. */
    private int index() {
        String key = key();
        boolean digits = !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean padded = key.length() > 1 && key.charAt(0) == '0';
        // Nine digits fit an int, and no array is longer.
        return digits && !padded && key.length() <= 9 ? Integer.parseInt(key) : -1;
    }
}
