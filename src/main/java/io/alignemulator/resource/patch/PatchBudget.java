package io.alignemulator.resource.patch;

import io.alignemulator.work.Work;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How far one patch may grow a record (rule EMUL-24). Thirty operations that each copy an array into itself make a billion elements of one, which
 * would end the process. No real record comes near this bound. How deep a value nests is bounded where it is converted.
 */
final class PatchBudget {
    /** About the bytes that all copies and moves of one patch may carry. */
    static final int MAX_CARRIED = 16 << 20;

    private static final int NODE_WEIGHT = 64;

    /** Steps of an operation, and elements that move in one. */
    private static final int OPERATION = 16;

    private static final int MOVED = 4;

    private final Work work;
    private int left = MAX_CARRIED;

    PatchBudget(Work work) {
        this.work = work;
    }

    /** Counts an operation, with the values that it looks at. */
    void operation(JsonNode value) {
        work.add(OPERATION);
        look(value);
    }

    /** Counts the values that a comparison looks at. */
    void look(JsonNode value) {
        work.add(1);
        value.forEach(this::look);
    }

    /** Counts the elements that give way to one, or close its gap. */
    void moved(int elements) {
        work.add(elements / MOVED);
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
}
