package io.alignemulator.world;

import io.lacuna.bifurcan.IntMap;
import io.lacuna.bifurcan.Map;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids of rows by the values they hold at one path. Immutable. */
final class Index {

    private static final IntMap<Boolean> NONE = new IntMap<>();

    private final IndexPath path;
    private final Map<Object, IntMap<Boolean>> ids;

    private Index(IndexPath path, Map<Object, IntMap<Boolean>> ids) {
        this.path = path;
        this.ids = ids;
    }

    static Index of(IndexPath path, Iterable<Row> rows) {
        java.util.Map<Object, IntMap<Boolean>> building = new java.util.HashMap<>();
        for (Row row : rows) {
            path.eachKey(row, key -> building.computeIfAbsent(key, k -> new IntMap<Boolean>().linear())
                    .put(row.id(), Boolean.TRUE));
        }
        Map<Object, IntMap<Boolean>> ids = new Map<Object, IntMap<Boolean>>().linear();
        building.forEach((key, set) -> put(ids, key, set.forked()));
        return new Index(path, ids.forked());
    }

    IntMap<Boolean> ids(Object value) {
        return ids.get(IndexPath.key(value), NONE);
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
        ids.forEach(entry -> {
            java.util.List<Long> found = new java.util.ArrayList<>();
            entry.value().forEach(id -> found.add(id.key()));
            contents.put(entry.key(), found);
        });
        return contents;
    }

    Index replace(@Nullable Row old, @Nullable Row now) {
        Set<Object> gone = keys(old);
        Set<Object> come = keys(now);
        if (gone.equals(come)) {
            return this;
        }
        Map<Object, IntMap<Boolean>> next = ids;
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
        return new Index(path, next);
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
