package io.alignemulator.resource.patch;

import io.alignemulator.resource.body.BodyShape;
import io.alignemulator.resource.body.Target;
import io.alignemulator.rules.RuleId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object whose keys nobody knows beforehand, an element of the custom fields: a key is found as it is spelt, add brings another one (rule CUST-01). */
record DynamicObject(Spots spots, ObjectNode object, BodyShape shape) implements Spot {

    /** A key that is not there is told like a null on the way. */
    @Override
    public Part traverse(String segment) {
        JsonNode value = object.optional(spelling(segment)).orElseGet(JsonNodeFactory.instance::nullNode);
        return spots.part(target(segment), value);
    }

    @Override
    public TypedValue get(String segment) {
        return new TypedValue(current(segment), Optional.of(target(segment)));
    }

    @Override
    public void add(String segment, TypedValue value) {
        object.set(spelling(segment), spots.converted(value, target(segment)));
    }

    @Override
    public void replace(String segment, TypedValue value) {
        current(segment);
        add(segment, value);
    }

    @Override
    public void remove(String segment) {
        current(segment);
        object.remove(spelling(segment));
    }

    @Override
    public void test(String segment, TypedValue value) {
        JsonNode current = current(segment);
        if (current.isNull()) {
            throw new PatchException(
                    RuleId.PTCH_05,
                    "The value at '" + segment + "' cannot be null or empty to perform the test operation.");
        }
        spots.test(current, target(segment), value, "path '" + segment + "'");
    }

    private JsonNode current(String segment) {
        return object.optional(spelling(segment)).orElseThrow(() -> PatchException.notFound(segment));
    }

    /** Of any key: the values have one type. */
    private Target target(String segment) {
        return shape.target(segment, spots.resource()).orElseThrow();
    }

    private String spelling(String segment) {
        return spots.exactNames() || object.has(segment)
                ? segment
                : object.propertyNames().stream()
                        .filter(segment::equalsIgnoreCase)
                        .findFirst()
                        .orElse(segment);
    }
}
