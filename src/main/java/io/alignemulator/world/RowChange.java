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
public record RowChange(Resource resource, long id, Optional<Row> before, Optional<Row> after) {

    /** The same change for who keeps it long: of rows that remember no printed form. */
    public RowChange unprinted() {
        return new RowChange(resource, id, before.map(Row::unprinted), after.map(Row::unprinted));
    }

    /** The fields that differ; all of them for a record that came or went. */
    public List<Field> fields() {
        if (before.isEmpty() || after.isEmpty()) {
            return resource.fields();
        }
        return resource.fields().stream()
                .filter(field ->
                        !Objects.equals(before.get().get(field), after.get().get(field)))
                .toList();
    }
}
