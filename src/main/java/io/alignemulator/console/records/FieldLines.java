package io.alignemulator.console.records;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.FieldEvidence;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.console.records.FieldLine.Option;
import io.alignemulator.console.records.FieldLine.Value;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Times;
import io.alignemulator.resource.call.RuledFields;
import io.alignemulator.values.ValueWriter;
import io.alignemulator.world.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every field of a record in words, its references as links. */
final class FieldLines {

    private static final int MOST_ELEMENTS = 200;

    private final Glance glance;
    private final FieldEvidence evidence;
    private final boolean mayChange;

    FieldLines(Glance glance, FieldEvidence evidence, boolean mayChange) {
        this.glance = glance;
        this.evidence = evidence;
        this.mayChange = mayChange;
    }

    List<FieldLine> of(Row stored) {
        Row row = RuledFields.read(glance.state().settings(), stored);
        return row.resource().fields().stream()
                .filter(Field::isPrinted)
                .map(field -> line(row, field))
                .toList();
    }

    private FieldLine line(Row row, Field field) {
        Object value = row.get(field);
        boolean writable = field.write() == Write.ALWAYS;
        return new FieldLine(
                field.name(),
                values(row, field, value),
                evidence(row, field),
                note(field),
                mayChange && writable,
                field.type().kind().name().toLowerCase(Locale.ROOT),
                ValueWriter.text(field.type(), value),
                options(field));
    }

    private String evidence(Row row, Field field) {
        return evidence.find(row.resource().name() + "." + field.name())
                .map(known -> known.type().equals(known.key()) ? known.key() : known.key() + ", type " + known.type())
                .orElse("");
    }

    private static String note(Field field) {
        if (field.derived().isPresent()) {
            return "computed";
        }
        return switch (field.write()) {
            case NEVER -> "read only";
            case ON_CREATE -> "set when created";
            case ALWAYS -> "";
        };
    }

    static List<Option> options(Field field) {
        return field.isArray()
                ? List.of()
                : field.allowed().stream()
                        .map(each -> new Option(each.toString(), field.labels().getOrDefault(each.toString(), "")))
                        .toList();
    }

    private List<Value> values(Row row, Field field, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .limit(MOST_ELEMENTS)
                    .map(element -> element == null ? new Value("null", "", "") : one(row, field, element))
                    .toList();
        }
        return value == null || value.equals("") ? List.of() : List.of(one(row, field, value));
    }

    private Value one(Row row, Field field, Object value) {
        Optional<Reference> reference = field.reference();
        if (reference.isPresent()) {
            return named(reference.get(), value, row);
        }
        if (value instanceof Instant time) {
            return new Value(Times.of(time), "", "");
        }
        if (value instanceof Map<?, ?>) {
            return new Value(ValueWriter.text(field.type(), value), "", "");
        }
        String label = field.labels().getOrDefault(value.toString(), "");
        return label.isEmpty() ? new Value(value.toString(), "", "") : new Value(label, "", value.toString());
    }

    private Value named(Reference reference, Object value, Row row) {
        if (reference.none().contains(value)) {
            return new Value("none", "", value.toString());
        }
        Optional<Row> other = glance.world().resolve(reference, value, row);
        if (other.isEmpty()) {
            return new Value(value.toString(), "", "names no record");
        }
        return other.filter(glance.eyes()::sees)
                .map(seen -> new Value(
                        Item.title(seen),
                        seen.resource().isServed()
                                ? Item.of(seen, glance.links()).href()
                                : "",
                        value.toString()))
                .orElseGet(() -> new Value(value.toString(), "", "not seen by this user"));
    }
}
