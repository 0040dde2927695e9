package io.alignemulator.world;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.index.Ids;
import io.alignemulator.world.index.Index;
import io.alignemulator.world.index.IndexPath;
import io.alignemulator.world.index.Indexes;
import io.alignemulator.world.index.Mapped;
import io.alignemulator.world.index.MergedIds;
import io.alignemulator.world.memo.Order;
import io.alignemulator.world.memo.Orderings;
import io.alignemulator.world.memo.RowsById;
import io.alignemulator.world.memo.TextSource;
import io.alignemulator.world.memo.Texts;
import io.lacuna.bifurcan.IEntry;
import io.lacuna.bifurcan.IntMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of one resource by id, with their indexes, and what has been touched since the seed. Immutable; changed copies share structure with the original. */
public final class Table {

    /** Stands in {@link #before} for a row that the seed does not have. */
    private static final Object ABSENT = new Object();

    private final Resource resource;
    private final RowsById<Row> rows;
    private final Indexes<Row> indexes;
    private final IntMap<Object> before;
    private final Orderings<Row> orderings;
    private final Texts<Row> texts;

    private Table(
            Resource resource,
            RowsById<Row> rows,
            Indexes<Row> indexes,
            IntMap<Object> before,
            Orderings<Row> orderings,
            Texts<Row> texts) {
        this.resource = resource;
        this.orderings = orderings;
        this.texts = texts;
        this.rows = rows;
        this.indexes = indexes;
        this.before = before;
    }

    /** A table that holds these rows and counts them as its seed. */
    static Table of(Resource resource, Collection<String> indexed, RowsById<Row> rows) {
        Map<String, Index.Source<Row>> sources = new TreeMap<>();
        for (String path : indexed) {
            sources.put(path, source(IndexPath.of(resource, path)));
        }
        return new Table(
                resource, rows, Indexes.of(resource.name(), sources), new IntMap<>(), Orderings.none(), Texts.none());
    }

    private static Index.Source<Row> source(IndexPath path) {
        return new Index.Source<>(path, row -> row.get(path.field()), Row::id);
    }

    public Resource resource() {
        return resource;
    }

    public int size() {
        return rows.size();
    }

    public Optional<Row> get(long id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** All rows by ascending id. */
    public Iterable<Row> rows() {
        return rows;
    }

    /** All rows in another order, which is remembered. */
    public List<Row> rows(Order<Row> order) {
        return orderings.rows(order, rows());
    }

    /** Rows among which all are whose text holds the part, by ascending id, where there are not more than that; the texts are remembered. */
    public Optional<List<Row>> holding(TextSource<Row> source, String part, int most) {
        return texts.holding(source, part, rows(), most);
    }

    /** At most {@code count} rows by ascending id, after the first {@code skip}. */
    public List<Row> page(long skip, int count) {
        List<Row> page = new ArrayList<>(Math.min(count, size()));
        if (skip == 0) {
            Iterator<Row> all = rows().iterator();
            while (page.size() < count && all.hasNext()) {
                page.add(all.next());
            }
            return page;
        }
        for (long i = skip; i < rows.size() && page.size() < count; i++) {
            page.add(rows.map().nth(i).value());
        }
        return page;
    }

    /** Whether {@link #find} works on that path. */
    public boolean isIndexed(String path) {
        return indexes.paths().contains(path);
    }

    /** The rows that hold the value (or hold it among others, in an array) at an indexed path, by ascending id. Text matches whatever its case. */
    public List<Row> find(String path, Object value) {
        List<Row> found = new ArrayList<>();
        eachId(path, value, id -> get(id).ifPresent(found::add));
        return found;
    }

    /** The ids of the rows that {@link #find} would return. */
    public List<Long> idsOf(String path, Object value) {
        int count = count(path, value);
        if (count == 0) {
            return List.of();
        }
        List<Long> ids = new ArrayList<>(count);
        eachId(path, value, ids::add);
        return Collections.unmodifiableList(ids);
    }

    /** The rows that any of the keys finds, each once, by ascending id; looked up one after the other, as they are asked for. */
    public Iterable<Row> findAny(List<IndexKey> keys) {
        List<Iterable<Long>> ids = new ArrayList<>(keys.size());
        for (IndexKey key : keys) {
            ids.add(ids(key));
        }
        return new Mapped<>(() -> new MergedIds(ids), id -> get(id).orElseThrow());
    }

    /** How many rows the keys find; those that several find count for each. */
    public long countAny(List<IndexKey> keys) {
        long count = 0;
        for (IndexKey key : keys) {
            count += key.path().equals("id") ? 1 : count(key.path(), key.value());
        }
        return count;
    }

    private Iterable<Long> ids(IndexKey key) {
        if (key.path().equals("id")) {
            return key.value() instanceof Long id && rows.get(id) != null ? List.of(id) : List.of();
        }
        return index(key.path()).ids(key.value());
    }

    /** The first of the rows that {@link #find} would return. */
    public Optional<Row> first(String path, Object value) {
        Ids ids = index(path).ids(value);
        return ids.isEmpty() ? Optional.empty() : get(ids.first());
    }

    /** How many rows {@link #find} would return. */
    public int count(String path, Object value) {
        return index(path).count(value);
    }

    /** Whether any row holds the value at an indexed path. */
    public boolean holds(String path, Object value) {
        return count(path, value) > 0;
    }

    private void eachId(String path, Object value, LongConsumer action) {
        index(path).ids(value).each(action);
    }

    private Index<Row> index(String path) {
        return indexes.on(path, rows);
    }

    Table put(Row row) {
        return changed(rows.map().put(row.id(), row), rows.get(row.id()), row, row.id());
    }

    Table remove(long id) {
        Row old = rows.get(id);
        return old == null ? this : changed(rows.map().remove(id), old, null, id);
    }

    private Table changed(IntMap<Row> map, @Nullable Row old, @Nullable Row now, long id) {
        IntMap<Object> nextBefore = before.contains(id) ? before : before.put(id, old == null ? ABSENT : old);
        return new Table(
                resource,
                RowsById.of(map),
                indexes.after(old, now),
                nextBefore,
                orderings.after(id, now),
                texts.after(id, now));
    }

    /** What differs from the seed, by ascending id. */
    List<RowChange> changes() {
        List<RowChange> changes = new ArrayList<>();
        for (IEntry<Long, Object> touched : before) {
            Optional<Row> was = touched.value() instanceof Row row ? Optional.of(row) : Optional.empty();
            Optional<Row> is = get(touched.key());
            if (!was.equals(is)) {
                changes.add(new RowChange(resource, touched.key(), was, is));
            }
        }
        return changes;
    }

    /** How many rows were written since the seed. */
    int written() {
        return (int) before.size();
    }

    /** The same rows, as changes of another table's. */
    Table asChangeOf(Table other) {
        Map<Long, Object> all = new TreeMap<>();
        other.before.forEach(entry -> all.put(entry.key(), entry.value()));
        other.rows().forEach(row -> all.putIfAbsent(row.id(), row));
        rows().forEach(row -> all.putIfAbsent(row.id(), ABSENT));
        IntMap<Object> next = new IntMap<Object>().linear();
        all.forEach((id, was) -> {
            Object is = Objects.requireNonNullElse(rows.get(id), ABSENT);
            if (other.before.contains(id) || !was.equals(is)) {
                next.put(id, was);
            }
        });
        return new Table(resource, rows, indexes, next.forked(), orderings, texts);
    }

    /** Whether what is remembered of the rows is true of them. */
    boolean indexesAreTrue() {
        return orderings.areTrue(rows()) && indexes.areTrue(rows());
    }

    /** The same rows, counted as the seed from now on. */
    Table asSeed() {
        return written() == 0 ? this : new Table(resource, rows, indexes, new IntMap<>(), orderings, texts);
    }
}
