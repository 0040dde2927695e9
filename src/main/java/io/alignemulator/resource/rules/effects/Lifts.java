package io.alignemulator.resource.rules.effects;

import java.util.List;
import java.util.stream.Stream;

/**
 * A record that takes a value lifts the one above it.
 *
 * @param values what the record takes
 * @param other the reference to the one above
 * @param key the field of that one
 * @param from what it is lifted from; other values stay
 * @param to what it is lifted to
 */
record Lifts(String field, List<Long> values, String other, String key, List<Long> from, Long to)
        implements WriteEffect {

    @Override
    public boolean reachesOthers() {
        return true;
    }

    @Override
    public Stream<Consequence> carried(Written written) {
        return written.isTaken(field, values)
                ? written.named(other)
                        .filter(above -> from.contains(above.get(key)))
                        .map(above -> new Consequence(above, above.resource().field(key), to))
                : Stream.empty();
    }
}
