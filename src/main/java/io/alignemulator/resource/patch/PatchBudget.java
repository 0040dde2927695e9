package io.alignemulator.resource.patch;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How far one patch may grow a record (rule EMUL-24). Thirty operations that each copy an array into itself make a billion elements of one, and nesting doubles the same way: either
 * would end the process. No real record comes near these bounds.
 */
final class PatchBudget {
    /** Levels of objects and arrays below a field; Jackson neither reads nor writes more than 500, and a list adds one. */
    static final int MAX_DEPTH = 100;

    /** About the bytes that all copies and moves of one patch may carry. */
    static final int MAX_CARRIED = 16 << 20;

    private static final int NODE_WEIGHT = 64;

    private int left = MAX_CARRIED;

    /** Refuses a value that nests too deep. */
    void checkDepth(JsonNode value) {
        if (!fits(value, MAX_DEPTH)) {
            throw PatchException.tooMuch("The patch nests more than " + MAX_DEPTH + " levels.");
        }
    }

    /** Counts a value that is copied or moved within the record. */
    void charge(JsonNode value) {
        left -= NODE_WEIGHT + (value.isString() ? value.stringValue().length() : 0);
        if (left < 0) {
            throw PatchException.tooMuch("The patch copies or moves more than " + MAX_CARRIED + " bytes.");
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            left -= member.getKey().length();
            charge(member.getValue());
        }
        if (value.isArray()) {
            value.forEach(this::charge);
        }
    }

    private static boolean fits(JsonNode value, int levels) {
        if (!value.isContainer()) {
            return true;
        }
        if (levels < 0) {
            return false;
        }
        for (JsonNode child : value) {
            if (!fits(child, levels - 1)) {
                return false;
            }
        }
        return true;
    }
}
