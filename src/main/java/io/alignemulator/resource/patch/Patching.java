package io.alignemulator.resource.patch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document while it is patched. The document is the one member of a holder object, so that the root can be added,
 * replaced and removed like everything else; every {@link Location#path()} therefore begins with that member's name.
 */
final class Patching {
    private static final String ROOT = "";

    private final ObjectNode holder = JsonNodeFactory.instance.objectNode();
    private final KeyMatching spelling;
    private final PatchBudget growth = new PatchBudget();

    Patching(JsonNode document, KeyMatching spelling) {
        this.spelling = spelling;
        holder.set(ROOT, document);
    }

    JsonNode result() {
        return holder.optional(ROOT)
                .orElseThrow(() -> PatchException.malformed("the patch removes the whole document"));
    }

    void apply(Operation operation) {
        List<String> path = spelling.segments(operation.path());
        switch (operation.op()) {
            case ADD -> add(path, operation.operand().deepCopy());
            case REMOVE -> remove(existing(path));
            case REPLACE -> replace(existing(path), operation.operand().deepCopy());
            case MOVE -> move(spelling.segments(operation.source()), path);
            case COPY -> copy(spelling.segments(operation.source()), path);
            case TEST -> test(existing(path), operation.operand());
        }
    }

    private void add(List<String> path, JsonNode value) {
        Location target = locate(path);
        growth.checkDepth(value, target.path());
        boolean unknownField = isField(target) && target.value().isEmpty();
        if (unknownField || !target.add(value)) {
            throw noTarget(target);
        }
    }

    private void replace(Location target, JsonNode value) {
        growth.checkDepth(value, target.path());
        target.replace(value);
    }

    private void remove(Location target) {
        if (isField(target)) {
            target.replace(NullNode.instance);
        } else {
            target.remove();
        }
    }

    private void move(List<String> from, List<String> path) {
        Location source = existing(from);
        // Both read before anything moves: afterwards an index may mean the source's neighbour.
        boolean intoItself = path.size() > from.size()
                && locate(path.subList(0, from.size())).path().equals(source.path());
        if (intoItself) {
            throw PatchException.malformed(segments(source), "a value cannot be moved into itself");
        }
        JsonNode value = valueAt(source);
        growth.charge(value);
        remove(source);
        add(path, value);
    }

    private void copy(List<String> from, List<String> path) {
        JsonNode value = valueAt(existing(from));
        growth.charge(value);
        add(path, value.deepCopy());
    }

    private static void test(Location target, JsonNode expected) {
        if (!valueAt(target).equals(Patching::compareScalars, expected)) {
            throw PatchException.testFailed(segments(target));
        }
    }

    /** RFC 6902, 4.6: numbers are equal when they are numerically equal, whatever their notation. */
    private static int compareScalars(JsonNode left, JsonNode right) {
        // Present for finite numbers only: nothing is coerced.
        Optional<BigDecimal> leftNumber = left.decimalValueOpt();
        Optional<BigDecimal> rightNumber = right.decimalValueOpt();
        if (leftNumber.isPresent() && rightNumber.isPresent()) {
            return leftNumber.get().compareTo(rightNumber.get());
        }
        return left.equals(right) ? 0 : 1;
    }

    private Location existing(List<String> path) {
        Location location = locate(path);
        if (location.value().isEmpty()) {
            throw noTarget(location);
        }
        return location;
    }

    private Location locate(List<String> segments) {
        if (segments.isEmpty() && spelling == KeyMatching.ANY_CASE) {
            throw PatchException.noTarget(segments);
        }
        Location location = new Location(holder, List.of(ROOT));
        for (String segment : segments) {
            location = step(location, segment, segments);
        }
        return location;
    }

    private Location step(Location at, String segment, List<String> segments) {
        JsonNode parent = at.value().filter(JsonNode::isContainer).orElseThrow(() -> noTarget(at, segments));
        List<String> path = new ArrayList<>(at.path());
        path.add(parent instanceof ObjectNode object ? spelling.keyIn(object, segment) : segment);
        return new Location(parent, path);
    }

    /** Whether the location is a field of a record: of the emulated server, whose records always have all their fields. */
    private boolean isField(Location location) {
        return spelling == KeyMatching.ANY_CASE
                && location.path().size() == 2
                && location.parent() instanceof ObjectNode;
    }

    private static JsonNode valueAt(Location location) {
        return location.value().orElseThrow(() -> noTarget(location));
    }

    private static PatchException noTarget(Location location) {
        return PatchException.noTarget(segments(location));
    }

    /** Names the steps that were found as the document spells them, the others as the patch does. */
    private static PatchException noTarget(Location reached, List<String> segments) {
        List<String> path = new ArrayList<>(segments(reached));
        path.addAll(segments.subList(path.size(), segments.size()));
        return PatchException.noTarget(path);
    }

    private static List<String> segments(Location location) {
        return location.path().subList(1, location.path().size());
    }
}
