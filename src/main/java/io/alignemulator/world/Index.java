package io.alignemulator.world;

import io.lacuna.bifurcan.IntMap;
import io.lacuna.bifurcan.Map;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids of rows by the values they hold at one path. Immutable; made when somebody first looks something up, which most indexes of most worlds never see. */
final class Index {

    private static final IntMap<Boolean> NONE = new IntMap<>();

    private final IndexPath path;

    /** What it will be made of; nothing once it is made. */
    private volatile @Nullable Iterable<Row> rows;

    private volatile @Nullable Map<Object, IntMap<Boolean>> ids;

    private Index(IndexPath path, @Nullable Iterable<Row> rows, @Nullable Map<Object, IntMap<Boolean>> ids) {
        this.path = path;
        this.rows = rows;
        this.ids = ids;
    }

    /** @param rows a value: they do not change */
    static Index of(IndexPath path, Iterable<Row> rows) {
        return new Index(path, rows, null);
    }

    /** Whoever comes at the same time makes the same. */
    private Map<Object, IntMap<Boolean>> made() {
        Iterable<Row> source = rows;
        Map<Object, IntMap<Boolean>> made = ids;
        if (made == null && source != null) {
            made = make(path, source);
            ids = made;
            rows = null;
        }
        return Objects.requireNonNull(made);
    }

    private static Map<Object, IntMap<Boolean>> make(IndexPath path, Iterable<Row> rows) {
        java.util.Map<Object, IntMap<Boolean>> building = new java.util.HashMap<>();
        for (Row row : rows) {
            path.eachKey(row, key -> building.computeIfAbsent(key, k -> new IntMap<Boolean>().linear())
                    .put(row.id(), Boolean.TRUE));
        }
        Map<Object, IntMap<Boolean>> ids = new Map<Object, IntMap<Boolean>>().linear();
        building.forEach((key, set) -> put(ids, key, set.forked()));
        return ids.forked();
    }

    IntMap<Boolean> ids(Object value) {
        return made().get(IndexPath.key(value), NONE);
    }

    int count(Object value) {
        return (int) ids(value).size();
    }

    /** Whether both find the same ids for every value. */
    boolean sameAs(Index other) {
        return contents().equals(other.contents());
    }

    private java.util.Map<Object, java.util.List<Long>> contents() {
        java.util.Map<Object, java.util.List<Long>> contents = new java.util.HashMap<>();
        made().forEach(entry -> {
            java.util.List<Long> found = new java.util.ArrayList<>();
            entry.value().forEach(id -> found.add(id.key()));
            contents.put(entry.key(), found);
        });
        return contents;
    }

    /** @param all the rows with the new one in place of the old */
    Index replace(@Nullable Row old, @Nullable Row now, Iterable<Row> all) {
        if (ids == null) {
            return of(path, all);
        }
        Set<Object> gone = keys(old);
        Set<Object> come = keys(now);
        if (gone.equals(come)) {
            return this;
        }
        Map<Object, IntMap<Boolean>> next = made();
        for (Object key : gone) {
            if (old != null && !come.contains(key)) {
                IntMap<Boolean> rest = next.get(key, NONE).remove(old.id());
                next = rest.size() == 0 ? next.remove(key) : put(next, key, rest);
            }
        }
        for (Object key : come) {
            if (now != null && !gone.contains(key)) {
                next = put(next, key, next.get(key, NONE).put(now.id(), Boolean.TRUE));
            }
        }
        return new Index(path, null, next);
    }

    private Set<Object> keys(@Nullable Row row) {
        Set<Object> keys = new HashSet<>();
        if (row != null) {
            path.eachKey(row, keys::add);
        }
        return keys;
    }

    private static Map<Object, IntMap<Boolean>> put(Map<Object, IntMap<Boolean>> map, Object key, IntMap<Boolean> set) {
        return map.put(key, set, (was, is) -> is);
    }
}
