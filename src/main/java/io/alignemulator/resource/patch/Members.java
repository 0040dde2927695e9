package io.alignemulator.resource.patch;

import io.alignemulator.catalogue.Kind;
import io.alignemulator.resource.body.BodyShape;
import io.alignemulator.resource.body.Target;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object with the fields of a model: each is there, null when nothing is; names match in any case. */
record Members(Spots spots, ObjectNode object, BodyShape shape) implements Spot {

    @Override
    public Part traverse(String segment) {
        return spots.part(target(segment), current(segment));
    }

    @Override
    public TypedValue get(String segment) {
        return new TypedValue(current(segment), Optional.of(target(segment)));
    }

    @Override
    public void add(String segment, TypedValue value) {
        replace(segment, value);
    }

    @Override
    public void replace(String segment, TypedValue value) {
        Target target = target(segment);
        object.set(shape.spelling(segment), spots.converted(value, target));
    }

    /** A number that cannot be null becomes 0, a flag false (rule PTCH-03). */
    @Override
    public void remove(String segment) {
        Target target = target(segment);
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        boolean mayBeNull = target.nullable() || target.kind() == Kind.DATE_TIME;
        JsonNode nothing = mayBeNull
                ? nodes.nullNode()
                : switch (target.kind()) {
                    case NUMBER -> nodes.numberNode(0.0);
                    case BOOLEAN -> nodes.booleanNode(false);
                    default -> nodes.numberNode(0L);
                };
        object.set(shape.spelling(segment), nothing);
    }

    @Override
    public void test(String segment, TypedValue value) {
        spots.test(current(segment), target(segment), value, "path '" + segment + "'");
    }

    private Target target(String segment) {
        return shape.target(segment, spots.resource()).orElseThrow(() -> PatchException.notFound(segment));
    }

    private JsonNode current(String segment) {
        return object.optional(shape.spelling(segment)).orElseGet(JsonNodeFactory.instance::nullNode);
    }
}
