package io.alignemulator.query;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Where in an order the records stand among which all are that satisfy a filter. Not each of these does, so the filter is still asked.
 *
 * @param order ascending, by one property
 * @param side below 0 for a record before the range, 0 within, above 0 behind it
 */
public record Range(OrderBy order, ToIntFunction<Object> side) {

    /** The part of the records that lies within. */
    public <T> List<T> of(List<T> ordered) {
        int from = first(ordered, 0, 0);
        return ordered.subList(from, first(ordered, from, 1));
    }

    /** The place of the first that is on that side or further; they are halved until it is found. */
    private int first(List<?> ordered, int begin, int wanted) {
        int from = begin;
        int to = ordered.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (side.applyAsInt(ordered.get(middle)) < wanted) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
