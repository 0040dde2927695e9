package io.alignemulator.resource.patch;

import io.alignemulator.catalogue.Kind;
import io.alignemulator.resource.body.BodyShape;
import io.alignemulator.resource.body.Conversions;
import io.alignemulator.resource.body.PatchReading;
import io.alignemulator.resource.body.Target;
import io.alignemulator.rules.RuleId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the parts of a record have in common while a patch is applied.
 *
 * @param resource name of the type that is patched
 * @param patch which texts of it are not as they were sent
 * @param exactNames whether the name of a custom field counts letter by letter (rule CUST-01)
 */
record Spots(String resource, Conversions conversions, PatchReading patch, boolean exactNames, PatchBudget budget) {

    /** What a field holds that may hold anything has no parts, whatever it is. */
    Spot.Part part(Target type, JsonNode value) {
        return new Spot.Part(value, Optional.ofNullable(spot(type, value)));
    }

    private @Nullable Spot spot(Target type, JsonNode value) {
        if (value instanceof ArrayNode array && type.items().isPresent()) {
            return new Elements(this, array, type.items().get());
        }
        if (value instanceof ObjectNode object && type.shape().isPresent()) {
            BodyShape shape = type.shape().get();
            return shape.dynamic().isPresent()
                    ? new DynamicObject(this, object, shape)
                    : new Members(this, object, shape);
        }
        return null;
    }

    /** The value as the target holds it. */
    JsonNode converted(TypedValue value, Target target) {
        JsonNode converted =
                value.as(target, resource, conversions).orElseThrow(() -> PatchException.wrongValue(value.shown()));
        if (holds(patch.rewritten(), converted)) {
            conversions.note(RuleId.PTCH_04);
        }
        if (target.kind() == Kind.DATE_TIME && value.type().isEmpty() && holds(patch.zoneless(), value.value())) {
            conversions.note(RuleId.BODY_07);
        }
        return converted;
    }

    /** Whether one of the texts is the value, or in it. */
    private static boolean holds(Set<String> texts, JsonNode value) {
        return !texts.isEmpty()
                && (value.isString()
                        ? texts.contains(value.stringValue())
                        : value.valueStream().anyMatch(each -> holds(texts, each)));
    }

    /** Compares a value with what is there, after it has been converted (rule PTCH-05). */
    void test(JsonNode current, Target target, TypedValue value, String where) {
        JsonNode converted = converted(value, target);
        budget.look(current);
        if (!same(target, current, converted)) {
            throw PatchException.differs(new TypedValue(current, Optional.of(target)).shown(), where, value.shown());
        }
    }

    /** Whether two values are equal, where a member that is left out is null. */
    private boolean same(Target target, JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode
                && other instanceof ObjectNode
                && target.shape().isPresent()) {
            BodyShape shape = target.shape().get();
            return one.propertyStream().allMatch(member -> sameMember(shape, member.getKey(), one, other))
                    && other.propertyStream().allMatch(member -> sameMember(shape, member.getKey(), one, other));
        }
        if (target.items().isPresent()
                && one instanceof ArrayNode
                && other instanceof ArrayNode
                && one.size() == other.size()) {
            Target items = target.items().get();
            return IntStream.range(0, one.size()).allMatch(i -> same(items, one.get(i), other.get(i)));
        }
        return one.equals(other);
    }

    private boolean sameMember(BodyShape shape, String key, JsonNode one, JsonNode other) {
        JsonNode mine = one.path(key);
        JsonNode its = other.path(key);
        if (mine.isMissingNode() || its.isMissingNode()) {
            return (mine.isMissingNode() || mine.isNull()) && (its.isMissingNode() || its.isNull());
        }
        return same(shape.target(key, resource).orElseThrow(), mine, its);
    }
}
