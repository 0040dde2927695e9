package io.alignemulator.world.memo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind that were made of all rows of a table, by name, and what was written since each was made. What is remembered changes nothing that can be seen, so a table with it is
 * still a value.
 *
 * @param <T> the rows
 * @param <V> what is made of them
 */
final class Memo<T, V> {

    /** After more writes without a use it is forgotten: nobody seems to want it. */
    private static final int MOST_CHANGES = 1_000;

    /** A row that was written or removed since. */
    private record Changed<T>(
            long id, @Nullable T now, int count, @Nullable Changed<T> earlier) {}

    /** What was made, and the writes since. */
    record Kept<T, V>(V made, @Nullable Changed<T> changes) {

        boolean isOfNow() {
            return changes == null;
        }

        /** The rows that were written since by their ids; empty for one that is gone. */
        Map<Long, Optional<T>> written() {
            Map<Long, Optional<T>> latest = new HashMap<>();
            for (Changed<T> change = changes; change != null; change = change.earlier()) {
                latest.putIfAbsent(change.id(), Optional.ofNullable(change.now()));
            }
            return latest;
        }
    }

    private final int most;

    /** From the one made longest ago to the latest; exchanged as a whole. */
    private volatile Map<String, Kept<T, V>> known;

    private Memo(int most, Map<String, Kept<T, V>> known) {
        this.most = most;
        this.known = known;
    }

    /** @param most how many are remembered; of more the one that was made or brought up to date longest ago goes */
    static <T, V> Memo<T, V> none(int most) {
        return new Memo<>(most, Map.of());
    }

    /**
     * That of the table which a write makes of this one.
     *
     * @param now null when it removes the row
     */
    Memo<T, V> after(long id, @Nullable T now) {
        if (known.isEmpty()) {
            return none(most);
        }
        Map<String, Kept<T, V>> next = new LinkedHashMap<>();
        known.forEach((name, each) -> {
            int count = each.changes() == null ? 1 : each.changes().count() + 1;
            if (count <= MOST_CHANGES) {
                next.put(name, new Kept<>(each.made(), new Changed<>(id, now, count, each.changes())));
            }
        });
        return new Memo<>(most, next);
    }

    Optional<Kept<T, V>> get(String name) {
        return Optional.ofNullable(known.get(name));
    }

    List<V> all() {
        return known.values().stream().map(Kept::made).toList();
    }

    /** Remembers what was made of the rows as they are. */
    synchronized void put(String name, V made) {
        Map<String, Kept<T, V>> next = new LinkedHashMap<>(known);
        next.remove(name);
        if (next.size() == most) {
            next.remove(next.keySet().iterator().next());
        }
        next.put(name, new Kept<>(made, null));
        known = next;
    }
}
