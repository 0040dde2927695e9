package io.alignemulator.resource.rules.effects;

import io.alignemulator.catalogue.Reference;
import io.alignemulator.world.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An empty reference is filled with the record that fits: the one that holds the same in some keys and whose days lie around a time of this one.
 *
 * @param same keys that both records hold, under the same name; null fits to nothing
 * @param at the time of this record
 * @param between the first and the last day of the other, both at midnight
 */
record Finds(String field, List<String> same, String at, List<String> between) implements WriteEffect {

    @Override
    public Row filled(Written written) {
        Row row = written.row();
        if (row.get(field) != null
                || !(row.get(at) instanceof Instant time)
                || same.stream().anyMatch(key -> row.get(key) == null)) {
            return row;
        }
        Reference reference = row.resource().field(field).reference().orElseThrow();
        String first = same.get(0);
        Optional<Row> found = written
                .context()
                .world()
                .table(reference.targets().get(0).resource())
                .find(first, Objects.requireNonNull(row.get(first)))
                .stream()
                .filter(other -> same.stream().allMatch(key -> Objects.equals(other.get(key), row.get(key))))
                .filter(other -> isAround(other, time))
                .findFirst();
        return found.isEmpty() ? row : written.set(field, found.get().id());
    }

    private boolean isAround(Row other, Instant time) {
        return other.get(between.get(0)) instanceof Instant begin
                && other.get(between.get(1)) instanceof Instant end
                && !time.isBefore(begin)
                && time.isBefore(end.plus(Duration.ofDays(1)));
    }
}
