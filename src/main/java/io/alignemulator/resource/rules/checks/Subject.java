package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.resource.call.Context;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a check looks at.
 *
 * @param stored the record before the write; null for a new one
 * @param row the record as the write would leave it
 * @param sent the fields that the client set
 */
public record Subject(Context context, @Nullable Row stored, Row row, Set<Field> sent) {

    /** The field of that name, refused. */
    Optional<Field> refuse(String field) {
        return Optional.of(row.resource().field(field));
    }

    boolean isSent(String field) {
        return sent.contains(row.resource().field(field));
    }

    /** The record that a reference field names, if there is one. */
    Optional<Row> named(String field) {
        return allNamed(field).stream().findFirst();
    }

    /** The records that a reference field names, which may be an array; those that are not there are left out. */
    List<Row> allNamed(String field) {
        Field reference = row.resource().field(field);
        return named(reference, row.get(reference), row);
    }

    /**
     * The records that a value names; those that are not there are left out.
     *
     * @param reference the field of the holder that has the value
     */
    List<Row> named(Field reference, @Nullable Object value, Row holder) {
        if (!(value instanceof List<?> list)) {
            Optional<Row> alone = value == null ? Optional.empty() : resolve(reference, value, holder);
            return alone.isEmpty() ? List.of() : List.of(alone.get());
        }
        List<Row> named = new ArrayList<>();
        for (Object id : list) {
            resolve(reference, id, holder).ifPresent(named::add);
        }
        return named;
    }

    private Optional<Row> resolve(Field reference, Object id, Row holder) {
        Reference names = reference.reference().orElseThrow();
        return names.none().contains(id) ? Optional.empty() : context.world().resolve(names, id, holder);
    }

    /** The records that a value names which a path led to. */
    Optional<Row> resolve(Reference reference, Object id) {
        return context.world().resolve(reference, id, row);
    }

    /** The elements of an array, or the one value; none for null. */
    static List<?> each(@Nullable Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    /** The elements of an array; none for any other value. */
    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
