package io.alignemulator.world.memo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows; those that tie come by ascending id.
 *
 * @param name tells it from other orders of the same rows: those of one name order alike
 * @param keys what rows are compared by, taken out of a row once
 */
public record Order<T>(
        String name, Function<T, @Nullable Object[]> keys, Comparator<@Nullable Object[]> order, ToLongFunction<T> id) {

    private record Keyed<T>(T row, @Nullable Object[] keys) {}

    /** The rows in this order. */
    List<T> sorted(Iterable<T> rows) {
        List<Keyed<T>> all = new ArrayList<>();
        rows.forEach(row -> all.add(new Keyed<>(row, keys.apply(row))));
        Comparator<Keyed<T>> byKeys = Comparator.comparing(Keyed::keys, order);
        all.sort(byKeys.thenComparingLong(each -> id.applyAsLong(each.row())));
        List<T> sorted = new ArrayList<>(all.size());
        all.forEach(each -> sorted.add(each.row()));
        return sorted;
    }

    /** Where a row belongs among sorted ones. */
    int place(List<T> sorted, T row) {
        @Nullable Object[] wanted = keys.apply(row);
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            T other = sorted.get(middle);
            int compared = order.compare(keys.apply(other), wanted);
            if (compared < 0 || (compared == 0 && id.applyAsLong(other) < id.applyAsLong(row))) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
