package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.resource.call.Context;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
        return allNamed(field).findFirst();
    }

    /** The records that a reference field names, which may be an array; those that are not there are left out. */
    Stream<Row> allNamed(String field) {
        Field reference = row.resource().field(field);
        return each(row.get(reference)).flatMap(id -> resolve(reference, id, row).stream());
    }

    /**
     * What a record holds at the end of a path of keys: through records that a reference names, and through the objects of an array. Nulls are left out.
     *
     * @param path keys with a dot between them, e.g. {@code neededBySprintId.endDate}
     */
    Stream<?> values(Row of, String path) {
        String[] steps = path.split("\\.", 2);
        Field field = of.resource().field(steps[0]);
        Stream<?> values = each(of.get(field));
        if (steps.length == 1) {
            return values;
        }
        return field.type().model().isPresent()
                ? values.flatMap(each -> each(each instanceof Map<?, ?> map ? map.get(steps[1]) : null))
                : values.flatMap(id -> resolve(field, id, of).stream()).flatMap(named -> values(named, steps[1]));
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
    static Stream<?> each(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
    }

    /** The elements of an array; none for any other value. */
    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
