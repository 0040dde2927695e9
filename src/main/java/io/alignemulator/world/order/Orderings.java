package io.alignemulator.world.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table in the orders that were asked for: made at the first use, and brought up to date at the next use after a write, which costs a copy and not another sort. What it
 * remembers changes nothing that can be seen, so a table with it is still a value.
 */
public final class Orderings<T> {

    /** Orders that are remembered; of more the one that is used longest ago goes. */
    private static final int MOST = 8;

    /** After more writes without a use an order is forgotten: nobody seems to want it. */
    private static final int MOST_CHANGES = 1_000;

    /** A row that was written or removed since an order was brought up to date. */
    private record Changed<T>(
            long id, @Nullable T now, int count, @Nullable Changed<T> earlier) {}

    private record Ordered<T>(
            Order<T> order, List<T> rows, @Nullable Changed<T> changes) {}

    /** From the one used longest ago to the latest; exchanged as a whole. */
    private volatile Map<String, Ordered<T>> known;

    private Orderings(Map<String, Ordered<T>> known) {
        this.known = known;
    }

    /** Of a table that nobody asked for an order yet. */
    public static <T> Orderings<T> none() {
        return new Orderings<>(Map.of());
    }

    /**
     * Those of the table that a write makes of this one.
     *
     * @param now null when it removes the row
     */
    public Orderings<T> after(long id, @Nullable T now) {
        if (known.isEmpty()) {
            return none();
        }
        Map<String, Ordered<T>> next = new LinkedHashMap<>();
        known.forEach((name, each) -> {
            int count = each.changes() == null ? 1 : each.changes().count() + 1;
            if (count <= MOST_CHANGES) {
                next.put(name, new Ordered<>(each.order(), each.rows(), new Changed<>(id, now, count, each.changes())));
            }
        });
        return new Orderings<>(next);
    }

    /**
     * The rows in an order.
     *
     * @param all the rows of the table
     */
    public List<T> rows(Order<T> order, Iterable<T> all) {
        Ordered<T> before = known.get(order.name());
        if (before != null && before.changes() == null) {
            return before.rows();
        }
        List<T> rows = before == null ? order.sorted(all) : upToDate(before);
        synchronized (this) {
            Map<String, Ordered<T>> next = new LinkedHashMap<>(known);
            next.remove(order.name());
            if (next.size() == MOST) {
                next.remove(next.keySet().iterator().next());
            }
            next.put(order.name(), new Ordered<>(order, rows, null));
            known = next;
        }
        return rows;
    }

    private static <T> List<T> upToDate(Ordered<T> ordered) {
        Order<T> order = ordered.order();
        Map<Long, Optional<T>> latest = new HashMap<>();
        for (Changed<T> change = ordered.changes(); change != null; change = change.earlier()) {
            latest.putIfAbsent(change.id(), Optional.ofNullable(change.now()));
        }
        List<T> kept = new ArrayList<>(ordered.rows().size() + latest.size());
        for (T row : ordered.rows()) {
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
        return List.copyOf(known.values()).stream()
                .allMatch(each -> rows(each.order(), all).equals(each.order().sorted(all)));
    }
}
