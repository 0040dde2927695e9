package io.alignemulator.resource.patch;

import io.alignemulator.resource.body.Target;
import io.alignemulator.rules.RuleId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A list: parts are found by position, and {@code -} names the end to add and the last element otherwise (rule PTCH-03). */
record Elements(Spots spots, ArrayNode array, Target items) implements Spot {

    private static final String END = "-";

    @Override
    public Part traverse(String segment) {
        JsonNode value = array.get(inside(segment));
        return spots.part(items, value);
    }

    @Override
    public TypedValue get(String segment) {
        return new TypedValue(array.get(found(segment)), Optional.of(items));
    }

    @Override
    public void add(String segment, TypedValue value) {
        int index = segment.equals(END) ? array.size() : index(segment);
        if (index < 0 || index > array.size()) {
            throw outOfBounds(segment);
        }
        spots.budget().moved(array.size() - index);
        array.insert(index, spots.converted(value, items));
    }

    @Override
    public void replace(String segment, TypedValue value) {
        int index = found(segment);
        array.set(index, spots.converted(value, items));
    }

    @Override
    public void remove(String segment) {
        int index = found(segment);
        spots.budget().moved(array.size() - index);
        array.remove(index);
    }

    @Override
    public void test(String segment, TypedValue value) {
        int index = inside(segment);
        spots.test(array.get(index), items, value, "position '" + index + "'");
    }

    /** The place of an element that is there; the last one for {@code -}. */
    private int found(String segment) {
        if (!segment.equals(END)) {
            return inside(segment);
        }
        if (array.isEmpty()) {
            throw outOfBounds(segment);
        }
        spots.conversions().note(RuleId.PTCH_03);
        return array.size() - 1;
    }

    private int inside(String segment) {
        int index = index(segment);
        if (index < 0 || index >= array.size()) {
            throw outOfBounds(segment);
        }
        return index;
    }

    /** A whole number with a sign, zeros and blanks, as the framework reads any; {@code -} is none. */
    private static int index(String segment) {
        String digits = segment.strip();
        if (!digits.matches("[+-]?\\d{1,10}") || Long.parseLong(digits) != (int) Long.parseLong(digits)) {
            throw PatchException.of("The path segment '" + segment + "' is invalid for an array index.");
        }
        return Integer.parseInt(digits);
    }

    private static PatchException outOfBounds(String segment) {
        return PatchException.of(
                "The index value provided by path segment '" + segment + "' is out of bounds of the array size.");
    }
}
