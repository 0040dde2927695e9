package io.alignemulator.resource.rules.effects;

import io.alignemulator.catalogue.Field;
import io.alignemulator.resource.call.Context;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A write on its way.
 *
 * @param stored the record before it; null for a new one
 * @param row the record as it stands by now
 * @param sent the fields that the client set
 */
record Written(Context context, @Nullable Row stored, Row row, Set<Field> sent) {

    Written with(Row other) {
        return new Written(context, stored, other, sent);
    }

    boolean isSent(String field) {
        return sent.contains(row.resource().field(field));
    }

    /** Whether a field differs from what was there; in a new record, whether it was sent. */
    boolean isChanged(String field) {
        return stored == null ? isSent(field) : !Objects.equals(stored.get(field), row.get(field));
    }

    /** Whether a field takes one of these values, which it did not hold before. */
    boolean isTaken(String field, List<Long> values) {
        return values.contains(row.get(field))
                && (stored == null || !Objects.equals(stored.get(field), row.get(field)));
    }

    Row set(String field, @Nullable Object value) {
        return row.with(row.resource().field(field), value);
    }

    /** The records that a reference field names; those that are not there are left out. */
    Stream<Row> named(String field) {
        Field reference = row.resource().field(field);
        Object value = row.get(reference);
        return (value instanceof List<?> list ? list.stream() : Stream.ofNullable(value))
                .flatMap(id -> context.world().resolve(reference.reference().orElseThrow(), id, row).stream());
    }
}
