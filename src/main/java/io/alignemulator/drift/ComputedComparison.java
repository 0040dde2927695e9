package io.alignemulator.drift;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Derived;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.drift.Finding.What;
import io.alignemulator.values.ValueReader;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether fields that a rule computes hold what the rule makes of the other keys of the record. Those that hang on other records are not looked at: a site is not read as a whole. */
final class ComputedComparison {

    /** A site may print fewer decimals. */
    private static final double NEAR = 0.005;

    private final Findings findings;
    private final World world;

    ComputedComparison(Findings findings, Catalogue catalogue) {
        this.findings = findings;
        this.world = World.empty(catalogue);
    }

    /** Compares what the records hold; the report tells of a difference only that there is one. */
    void compare(Resource served, List<JsonNode> records, String where) {
        Resource resource = world.table(served).resource();
        List<Field> fields =
                resource.ruled().stream().filter(ComputedComparison::isOfItself).toList();
        for (JsonNode record : fields.isEmpty() ? List.<JsonNode>of() : records) {
            row(resource, record).ifPresent(row -> fields.stream()
                    .filter(field -> record.has(field.name()))
                    .forEach(field -> compare(row, field, where)));
        }
    }

    private static boolean isOfItself(Field field) {
        Derived derived = field.derived().orElseThrow();
        return derived instanceof Derived.Computed computed
                ? computed.source().isEmpty()
                : !(derived instanceof Derived.Echo);
    }

    /** The record as a row; empty where a value is none of its type, which is told elsewhere. */
    private static Optional<Row> row(Resource resource, JsonNode record) {
        List<String> problems = new ArrayList<>();
        ValueReader reader = ValueReader.ofSite((pointer, json, reason) -> problems.add(pointer));
        @Nullable Object[] values = new Object[resource.fields().size()];
        for (Field field : resource.fields()) {
            JsonNode node = record.path(field.name());
            values[field.position()] =
                    node.isMissingNode() || node.isNull() ? field.unset() : reader.field(field, node, "");
        }
        return problems.isEmpty() && values[0] instanceof Long
                ? Optional.of(Row.of(resource, values))
                : Optional.empty();
    }

    private void compare(Row row, Field field, String where) {
        List<String> rules = List.of(field.computedBy().orElseThrow().id());
        Object observed = row.get(field);
        Object expected = world.computed(row, field);
        if (!isNear(expected, observed)) {
            findings.add(
                    What.COMPUTED,
                    rules,
                    row.resource().name() + "." + field.name(),
                    "what follows from the other keys",
                    observed == null ? "null" : "another value",
                    where);
        } else if (!Objects.equals(expected, field.uncomputed())) {
            findings.confirm(rules, false);
        }
    }

    private static boolean isNear(@Nullable Object expected, @Nullable Object observed) {
        return (expected instanceof Number one && observed instanceof Number other)
                ? Math.abs(one.doubleValue() - other.doubleValue()) <= NEAR
                : Objects.equals(expected, observed);
    }
}
