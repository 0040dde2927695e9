package io.alignemulator.world.memo;

import io.alignemulator.world.index.Mapped;
import io.lacuna.bifurcan.IEntry;
import io.lacuna.bifurcan.IntMap;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rows of a table by id. Those of a shipped set are unpacked when somebody first asks for one of them: a start needs the users, and a test seldom every collection. */
public final class RowsById<T> implements Iterable<T> {

    private final int size;

    /** Needed until the map is there. */
    private @Nullable Supplier<IntMap<T>> packed;

    private volatile @Nullable IntMap<T> map;

    private RowsById(int size, @Nullable Supplier<IntMap<T>> packed, @Nullable IntMap<T> map) {
        this.size = size;
        this.packed = packed;
        this.map = map;
    }

    /** Rows that are there, each under its id. */
    public static <T> RowsById<T> of(IntMap<T> map) {
        return new RowsById<>((int) map.size(), null, map);
    }

    /** The same, in any order. */
    public static <T> RowsById<T> of(Collection<T> rows, ToLongFunction<T> id) {
        return of(mapped(rows, id));
    }

    /**
     * Rows that are made once, when somebody first asks for one of them.
     *
     * @param size how many there will be
     */
    public static <T> RowsById<T> later(int size, Supplier<? extends Collection<T>> packed, ToLongFunction<T> id) {
        return new RowsById<>(size, () -> mapped(packed.get(), id), null);
    }

    private static <T> IntMap<T> mapped(Collection<T> rows, ToLongFunction<T> id) {
        IntMap<T> map = new IntMap<T>().linear();
        for (T row : rows) {
            map.put(id.applyAsLong(row), row);
        }
        return map.forked();
    }

    /** How many there are; asks for none of them. */
    public int size() {
        return size;
    }

    /** Null when there is none. */
    public @Nullable T get(long id) {
        return map().get(id, null);
    }

    /** All of them, from which others can be made. */
    public IntMap<T> map() {
        IntMap<T> there = map;
        return there == null ? unpacked() : there;
    }

    private synchronized IntMap<T> unpacked() {
        IntMap<T> there = map;
        if (there == null) {
            there = Objects.requireNonNull(packed).get();
            map = there;
            packed = null;
        }
        return there;
    }

    /** By ascending id. */
    @Override
    public Iterator<T> iterator() {
        return new Mapped<>(map(), IEntry::value).iterator();
    }
}
