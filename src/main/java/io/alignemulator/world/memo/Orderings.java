package io.alignemulator.world.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one table in the orders that were asked for: made at the first use, and brought up to date at the next use after a write, which costs a copy and not another sort. */
public final class Orderings<T> {

    private static final int MOST = 8;

    private record Ordered<T>(Order<T> order, List<T> rows) {}

    private final Memo<T, Ordered<T>> memo;

    private Orderings(Memo<T, Ordered<T>> memo) {
        this.memo = memo;
    }

    /** Of a table that nobody asked for an order yet. */
    public static <T> Orderings<T> none() {
        return new Orderings<>(Memo.none(MOST));
    }

    /**
     * Those of the table that a write makes of this one.
     *
     * @param now null when it removes the row
     */
    public Orderings<T> after(long id, @Nullable T now) {
        return new Orderings<>(memo.after(id, now));
    }

    /**
     * The rows in an order.
     *
     * @param all the rows of the table
     */
    public List<T> rows(Order<T> order, Iterable<T> all) {
        Optional<Memo.Kept<T, Ordered<T>>> before = memo.get(order.name());
        if (before.filter(Memo.Kept::isOfNow).isPresent()) {
            return before.get().made().rows();
        }
        List<T> rows = before.map(kept -> upToDate(order, kept.made().rows(), kept.written()))
                .orElseGet(() -> order.sorted(all));
        memo.put(order.name(), new Ordered<>(order, rows));
        return rows;
    }

    private static <T> List<T> upToDate(Order<T> order, List<T> rows, Map<Long, Optional<T>> latest) {
        List<T> kept = new ArrayList<>(rows.size() + latest.size());
        for (T row : rows) {
            if (!latest.containsKey(order.id().applyAsLong(row))) {
                kept.add(row);
            }
        }
        List<T> written = new ArrayList<>();
        latest.values().forEach(row -> row.ifPresent(written::add));
        List<T> merged = new ArrayList<>(kept.size() + written.size());
        int done = 0;
        for (T row : order.sorted(written)) {
            int place = order.place(kept, row);
            merged.addAll(kept.subList(done, place));
            merged.add(row);
            done = place;
        }
        merged.addAll(kept.subList(done, kept.size()));
        return merged;
    }

    /** Whether every order that is remembered is that of the rows. */
    public boolean areTrue(Iterable<T> all) {
        return memo.all().stream().map(Ordered::order).allMatch(order -> rows(order, all)
                .equals(order.sorted(all)));
    }
}
