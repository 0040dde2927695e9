package io.alignemulator.world;

import io.alignemulator.world.index.Mapped;
import io.lacuna.bifurcan.IEntry;
import io.lacuna.bifurcan.IntMap;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a table by id. Those of a shipped set are unpacked when somebody first asks for one of them: a start needs the users, and a test seldom every collection. */
public final class TableRows implements Iterable<Row> {

    private final int size;

    /** Needed until the map is there. */
    private @Nullable Supplier<? extends Collection<Row>> packed;

    private volatile @Nullable IntMap<Row> map;

    private TableRows(int size, @Nullable Supplier<? extends Collection<Row>> packed, @Nullable IntMap<Row> map) {
        this.size = size;
        this.packed = packed;
        this.map = map;
    }

    static TableRows of(IntMap<Row> map) {
        return new TableRows((int) map.size(), null, map);
    }

    static TableRows of(Collection<Row> rows) {
        return of(mapped(rows));
    }

    /** @param size how many there will be */
    public static TableRows later(int size, Supplier<? extends Collection<Row>> packed) {
        return new TableRows(size, packed, null);
    }

    private static IntMap<Row> mapped(Collection<Row> rows) {
        IntMap<Row> map = new IntMap<Row>().linear();
        for (Row row : rows) {
            map.put(row.id(), row);
        }
        return map.forked();
    }

    int size() {
        return size;
    }

    @Nullable
    Row get(long id) {
        return map().get(id, null);
    }

    IntMap<Row> map() {
        IntMap<Row> there = map;
        return there == null ? unpacked() : there;
    }

    private synchronized IntMap<Row> unpacked() {
        IntMap<Row> there = map;
        if (there == null && packed != null) {
            there = mapped(packed.get());
            map = there;
            packed = null;
        }
        return there == null ? new IntMap<>() : there;
    }

    /** By ascending id. */
    @Override
    public Iterator<Row> iterator() {
        return new Mapped<>(map(), IEntry::value).iterator();
    }
}
