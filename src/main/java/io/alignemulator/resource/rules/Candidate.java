package io.alignemulator.resource.rules;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.values.ValueReader;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record on its way into the world: what is stored (or the defaults of a new record) overlaid with what a client sent. Create, replace and patch differ only in how they
 * come to the overlay.
 *
 * @param base what is stored, or the defaults
 * @param overlay what the client set, as it sent it
 * @param row the record as values; fields whose JSON does not fit keep what they held
 * @param misfits fields whose JSON has the wrong type
 */
public record Candidate(Row base, Map<Field, JsonNode> overlay, Row row, List<Violation> misfits) {

    public static Candidate of(Row base, Map<Field, JsonNode> overlay) {
        @Nullable Object[] values = base.copyOfValues();
        List<Violation> misfits = new ArrayList<>();
        overlay.forEach((field, node) -> {
            List<String> problems = new ArrayList<>();
            Object value = ValueReader.ofSite((pointer, json, reason) -> problems.add(pointer))
                    .field(field, node, "");
            if (problems.isEmpty() || node.isNull()) {
                values[field.position()] = value;
            } else if (field.allowed().isEmpty()) {
                misfits.add(Violation.wrongType(field));
            }
        });
        return new Candidate(base, overlay, Row.of(base.resource(), values), misfits);
    }

    /** The fields that the client set. */
    public Set<Field> sent() {
        return overlay.keySet();
    }

    /** The record as JSON, for the schema; of these fields only. */
    ObjectNode tree(List<Field> fields) {
        ObjectNode tree = RowTree.of(base, fields);
        for (Field field : fields) {
            JsonNode sent = overlay.get(field);
            if (sent != null) {
                tree.set(field.name(), sent);
            }
            makeFinite(tree, field);
        }
        return tree;
    }

    /** A decimal that is no finite number is one for the site, but not for a schema. */
    private static void makeFinite(ObjectNode tree, Field field) {
        boolean decimal = field.type().kind() == Kind.NUMBER;
        if (decimal && tree.path(field.name()) instanceof DoubleNode number && !Double.isFinite(number.doubleValue())) {
            tree.put(field.name(), 0.0);
        }
    }

    /** The same with another row, once rules have completed it. */
    public Candidate with(Row completed) {
        return new Candidate(base, overlay, completed, misfits);
    }
}
