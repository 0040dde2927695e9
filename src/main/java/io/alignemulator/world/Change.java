package io.alignemulator.world;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A record that differs from the seed.
 *
 * @param before empty for a record that the seed does not have
 * @param after empty for a record that is gone
 */
public record Change(Resource resource, long id, Optional<Row> before, Optional<Row> after) {

    /** The fields that differ; all of them for a record that came or went. */
    public List<Field> fields() {
        return resource.fields().stream()
                .filter(field -> !Objects.equals(value(before, field), value(after, field)))
                .toList();
    }

    private static Optional<Object> value(Optional<Row> row, Field field) {
        return row.map(r -> r.get(field));
    }
}
