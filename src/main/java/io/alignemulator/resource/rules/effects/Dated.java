package io.alignemulator.resource.rules.effects;

import io.alignemulator.world.Row;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A date goes with a value: it is set to today when the record takes the value and cleared when the record leaves it. What the call itself sent stays.
 *
 * @param values the values of the field that have a date
 * @param date the field that holds it
 * @param kept the values for which it stays although the record leaves
 */
record Dated(String field, List<Long> values, String date, List<Long> kept) implements WriteEffect {

    @Override
    public Row moved(Written written) {
        Row stored = written.stored();
        Object now = written.row().get(field);
        if (written.isSent(date) && written.row().get(date) != null) {
            return written.row();
        }
        if (written.isTaken(field, values)) {
            return written.set(date, written.context().now().truncatedTo(ChronoUnit.DAYS));
        }
        boolean left = stored != null && values.contains(stored.get(field)) && !values.contains(now);
        return left && !kept.contains(now) ? written.set(date, null) : written.row();
    }
}
