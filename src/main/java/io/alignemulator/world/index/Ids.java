package io.alignemulator.world.index;

import io.lacuna.bifurcan.IEntry;
import io.lacuna.bifurcan.IntMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Ids in ascending order, each once; immutable. One alone, which is what most keys of most indexes have, takes no map. */
public final class Ids implements Iterable<Long> {

    /** No id. */
    static final Ids NONE = new Ids(0, new IntMap<>());

    /** The lowest; of none any. */
    private final long first;

    /** All of them; null for one alone. */
    private final @Nullable IntMap<Boolean> several;

    private Ids(long first, @Nullable IntMap<Boolean> several) {
        this.first = first;
        this.several = several;
    }

    static Ids of(IntMap<Boolean> ids) {
        if (ids.size() == 0) {
            return NONE;
        }
        return new Ids(ids.nth(0).key(), ids.size() == 1 ? null : ids);
    }

    /** These and another. */
    Ids with(long id) {
        if (isEmpty()) {
            return new Ids(id, null);
        }
        if (several == null && id == first) {
            return this;
        }
        IntMap<Boolean> all = several == null ? new IntMap<Boolean>().put(first, Boolean.TRUE) : several;
        return new Ids(Math.min(id, first), all.put(id, Boolean.TRUE));
    }

    /** These but for one. */
    Ids without(long id) {
        if (several == null) {
            return id == first ? NONE : this;
        }
        return of(several.remove(id));
    }

    /** How many there are. */
    public int size() {
        return several == null ? 1 : (int) several.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * The lowest.
     *
     * @throws IllegalStateException when there is none
     */
    public long first() {
        if (isEmpty()) {
            throw new IllegalStateException("there is no id");
        }
        return first;
    }

    /** Goes through all of them. */
    public void each(LongConsumer action) {
        if (several == null) {
            action.accept(first);
        } else {
            several.forEach(entry -> action.accept(entry.key()));
        }
    }

    @Override
    public Iterator<Long> iterator() {
        return several == null ? List.of(first).iterator() : new Mapped<>(several, IEntry::key).iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ids ids && first == ids.first && Objects.equals(several, ids.several);
    }

    @Override
    public int hashCode() {
        return several == null ? Long.hashCode(first) : several.hashCode();
    }

    @Override
    public String toString() {
        return several == null ? "[" + first + "]" : several.keys().toString();
    }
}
