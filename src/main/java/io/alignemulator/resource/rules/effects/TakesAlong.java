package io.alignemulator.resource.rules.effects;

import io.alignemulator.world.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A record that takes a value takes its children along, and they theirs.
 *
 * @param values what matters
 * @param children {@code Resource.field}: the fields that name the record above
 */
record TakesAlong(String field, List<Long> values, List<String> children) implements WriteEffect {

    @Override
    public boolean reachesOthers() {
        return true;
    }

    @Override
    public Stream<Consequence> carried(Written written) {
        if (!written.isTaken(field, values)) {
            return Stream.empty();
        }
        Object value = Objects.requireNonNull(written.row().get(field));
        return children.stream()
                .flatMap(child -> children(written, child))
                .filter(child -> !value.equals(child.get(field)))
                .map(child -> new Consequence(child, child.resource().field(field), value));
    }

    private static Stream<Row> children(Written written, String path) {
        String[] names = path.split("\\.");
        return written.context().world().naming(written.row(), names[0], names[1]).stream();
    }
}
