package io.alignemulator.resource.rules.effects;

import io.alignemulator.world.Row;
import java.util.Optional;

/**
 * A new record takes a value from the record that it names, when the call sends none.
 *
 * @param from the reference and the key of the named record, with a dot between them
 */
record Inherits(String field, String from) implements WriteEffect {

    @Override
    public Row moved(Written written) {
        if (written.stored() != null || written.isSent(field)) {
            return written.row();
        }
        String[] path = from.split("\\.");
        Optional<Object> value = written.named(path[0])
                .map(named -> named.get(path[1]))
                .flatMap(java.util.stream.Stream::ofNullable)
                .findFirst();
        return value.isEmpty() ? written.row() : written.set(field, value.get());
    }
}
