package io.alignemulator.world.index;

import io.lacuna.bifurcan.IntMap;
import io.lacuna.bifurcan.Map;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The ids of rows by the values they hold at one path. Immutable. */
public final class Index<T> {

    /**
     * What an index takes out of a row.
     *
     * @param value what it holds in the field of the path
     */
    public record Source<T>(IndexPath path, Function<T, @Nullable Object> value, ToLongFunction<T> id) {

        void eachKey(T row, Consumer<Object> action) {
            path.eachKey(value.apply(row), action);
        }
    }

    private final Source<T> source;
    private final Map<Object, Ids> ids;

    private Index(Source<T> source, Map<Object, Ids> ids) {
        this.source = source;
        this.ids = ids;
    }

    /** An index of these rows. */
    public static <T> Index<T> of(Source<T> source, Iterable<T> rows) {
        return new Index<>(source, make(source, rows));
    }

    private static <T> Map<Object, Ids> make(Source<T> source, Iterable<T> rows) {
        java.util.Map<Object, IntMap<Boolean>> building = new java.util.HashMap<>();
        for (T row : rows) {
            source.eachKey(row, key -> building.computeIfAbsent(key, k -> new IntMap<Boolean>().linear())
                    .put(source.id().applyAsLong(row), Boolean.TRUE));
        }
        Map<Object, Ids> ids = new Map<Object, Ids>().linear();
        building.forEach((key, set) -> put(ids, key, Ids.of(set.forked())));
        return ids.forked();
    }

    /** The ids of the rows that hold the value, ascending; text in any case. */
    public Ids ids(Object value) {
        return ids.get(IndexPath.key(value), Ids.NONE);
    }

    /** How many they are. */
    public int count(Object value) {
        return ids(value).size();
    }

    /** Whether both find the same ids for every value. */
    public boolean sameAs(Index<T> other) {
        return contents().equals(other.contents());
    }

    private java.util.Map<Object, Ids> contents() {
        java.util.Map<Object, Ids> contents = new java.util.HashMap<>();
        ids.forEach(entry -> contents.put(entry.key(), entry.value()));
        return contents;
    }

    /** The index after a row came, changed or went. */
    public Index<T> replace(@Nullable T old, @Nullable T now) {
        if (old != null
                && now != null
                && Objects.equals(source.value().apply(old), source.value().apply(now))) {
            return this; // as for nearly all fields of a write
        }
        Set<Object> gone = keys(old);
        Set<Object> come = keys(now);
        if (gone.equals(come)) {
            return this;
        }
        Map<Object, Ids> next = ids;
        for (Object key : gone) {
            if (old != null && !come.contains(key)) {
                Ids rest = next.get(key, Ids.NONE).without(source.id().applyAsLong(old));
                next = rest.isEmpty() ? next.remove(key) : put(next, key, rest);
            }
        }
        for (Object key : come) {
            if (now != null && !gone.contains(key)) {
                next = put(next, key, next.get(key, Ids.NONE).with(source.id().applyAsLong(now)));
            }
        }
        return new Index<>(source, next);
    }

    private Set<Object> keys(@Nullable T row) {
        Set<Object> keys = new HashSet<>();
        if (row != null) {
            source.eachKey(row, keys::add);
        }
        return keys;
    }

    private static Map<Object, Ids> put(Map<Object, Ids> map, Object key, Ids found) {
        return map.put(key, found, (was, is) -> is);
    }
}
