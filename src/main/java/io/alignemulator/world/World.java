package io.alignemulator.world;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Reference.Target;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.memo.RowsById;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All records of a site at one moment; immutable. A write returns another world that shares whatever did not change, so keeping, forking and restoring a world costs
 * nothing. Fields that follow from other fields ({@link io.alignemulator.catalogue.Derived}) are true in every world: {@link #put} and {@link #remove} bring them up to date.
 */
public final class World {

    private final Layout layout;
    private final Table[] tables;
    private final long[] lastIds;
    private final Touched touched;
    private final Object moment = new Object();

    private World(Layout layout, Table[] tables, long[] lastIds, Touched touched) {
        this.layout = layout;
        this.tables = tables;
        this.lastIds = lastIds;
        this.touched = touched;
    }

    /** A world without records. */
    public static World empty(Catalogue catalogue) {
        return of(Layout.of(catalogue), Map.of());
    }

    /**
     * A world that holds these rows and counts them as its seed. Computed fields are computed, except for values that {@code given} names: stored state of an old site may
     * hold a full name that is null.
     */
    public static World seed(Catalogue catalogue, Map<String, ? extends Collection<Row>> rows, Given given) {
        return Derivations.seed(of(Layout.of(catalogue), rows), given);
    }

    /**
     * A world made of the rows of an earlier one, which become its seed. Their computed fields are true already and stay as they are.
     *
     * @param rows by name of the resource
     * @param lastIds what {@link #lastIds()} of the earlier world said
     */
    public static World restored(
            Catalogue catalogue, Map<String, ? extends Collection<Row>> rows, Map<String, Long> lastIds) {
        return of(Layout.of(catalogue), rows).withLastIds(lastIds);
    }

    /** The same, made of rows that may be unpacked later. */
    public static World unpacked(Catalogue catalogue, Map<String, RowsById<Row>> rows, Map<String, Long> lastIds) {
        return unpacked(Layout.of(catalogue), rows, lastIds);
    }

    private static World unpacked(Layout layout, Map<String, RowsById<Row>> rows, Map<String, Long> lastIds) {
        Table[] tables = tables(layout, rows);
        return new World(layout, tables, new long[tables.length], Touched.UNMARKED).withLastIds(lastIds);
    }

    static World of(Layout layout, Map<String, ? extends Collection<Row>> rows) {
        Map<String, RowsById<Row>> mapped = new HashMap<>();
        Map<String, Long> lastIds = new HashMap<>();
        rows.forEach((name, own) -> {
            mapped.put(name, RowsById.of(own, Row::id));
            lastIds.put(name, own.stream().mapToLong(Row::id).max().orElse(0));
        });
        return unpacked(layout, mapped, lastIds);
    }

    private static Table[] tables(Layout layout, Map<String, RowsById<Row>> rows) {
        List<Resource> resources = layout.catalogue().resources();
        Table[] tables = new Table[resources.size()];
        for (Resource resource : resources) {
            RowsById<Row> own = rows.get(resource.name());
            tables[resource.ordinal()] =
                    Table.of(resource, layout.indexed(resource), own == null ? RowsById.of(List.of(), Row::id) : own);
        }
        return tables;
    }

    /** Stands for this world, and is no other's, where something is remembered of it that must not keep all of its records. */
    public Object moment() {
        return moment;
    }

    public Catalogue catalogue() {
        return layout.catalogue();
    }

    Layout layout() {
        return layout;
    }

    /** The table behind a resource; resources that serve the same records share one. */
    public Table table(Resource resource) {
        return tables[layout.records(resource).ordinal()];
    }

    public Table table(String resource) {
        return table(catalogue().resource(resource));
    }

    public Optional<Row> get(String resource, long id) {
        return table(resource).get(id);
    }

    /** The id that the next record of this resource gets: one above the highest that any resource of its sequence ever had. */
    public long nextId(Resource resource) {
        long last = 0;
        for (Resource each : layout.sequence(resource)) {
            last = Math.max(last, lastIds[each.ordinal()]);
        }
        return last + 1;
    }

    /** The highest id that each resource ever had, by its name; those that never had a record are left out. */
    public Map<String, Long> lastIds() {
        Map<String, Long> ids = new TreeMap<>();
        for (Resource resource : catalogue().resources()) {
            if (lastIds[resource.ordinal()] > 0) {
                ids.put(resource.name(), lastIds[resource.ordinal()]);
            }
        }
        return ids;
    }

    /** The same records, with sequences that go on behind these ids where they are higher. */
    public World withLastIds(Map<String, Long> ids) {
        long[] highest = lastIds.clone();
        for (Resource resource : catalogue().resources()) {
            long last = Objects.requireNonNullElse(ids.get(resource.name()), 0L);
            highest[resource.ordinal()] = Math.max(highest[resource.ordinal()], last);
        }
        return new World(layout, tables, highest, touched);
    }

    /** A world in which the row is stored under its id, and every computed field that hangs on it is up to date. */
    public World put(Row row) {
        return Derivations.put(this, row);
    }

    /** What a computed field of a row should hold, by the row itself and the records of this world. */
    public @Nullable Object computed(Row row, Field field) {
        return Derivations.anew(this, row, field);
    }

    /** A world without the row stored under its id, and every computed field that hung on it is up to date. Fields that name it still do. */
    public World remove(Row row) {
        return Derivations.remove(this, row);
    }

    /** Forgets the row and nothing else. */
    World drop(Row row) {
        return replaced(row.resource(), table(row.resource()).remove(row.id()), row.id())
                .with(touched.and(row));
    }

    /** The same world with other rows of one resource, all of them part of the seed. */
    World reseeded(Resource resource, Collection<Row> rows) {
        return replaced(resource, Table.of(resource, layout.indexed(resource), RowsById.of(rows, Row::id)), 0);
    }

    /** Stores the row as it is. */
    World store(Row row) {
        return replaced(row.resource(), table(row.resource()).put(row), row.id())
                .with(touched.and(row));
    }

    private World with(Touched rows) {
        return rows == touched ? this : new World(layout, tables, lastIds, rows);
    }

    private World replaced(Resource resource, Table table, long id) {
        Table[] changed = tables.clone();
        changed[resource.ordinal()] = table;
        long[] ids = lastIds;
        if (id > lastIds[resource.ordinal()]) {
            ids = lastIds.clone();
            ids[resource.ordinal()] = id;
        }
        return new World(layout, changed, ids, touched);
    }

    /** The record that a value of a reference field names. {@code row} is the record that holds the field, for references whose target another field picks. */
    public Optional<Row> resolve(Reference reference, Object value, @Nullable Row row) {
        for (Target target : targets(reference, row)) {
            Optional<Row> found = find(target, value);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * The records of a resource that name this one in an indexed field. An id alone is not enough where the field may name records of several resources.
     *
     * @param field a reference
     */
    public List<Row> naming(Row row, String resource, String field) {
        Table table = table(resource);
        Reference reference = table.resource().field(field).reference().orElseThrow();
        return table.find(field, row.id()).stream()
                .filter(other -> names(reference, other, row))
                .toList();
    }

    /** Whether it is this record whose id another one holds; this one may not be stored yet. */
    private boolean names(Reference reference, Row other, Row row) {
        for (Target target : targets(reference, other)) {
            boolean isIts = target.resource().equals(row.resource().name());
            if (isIts || find(target, row.id()).isPresent()) {
                return isIts;
            }
        }
        return false;
    }

    private static List<Target> targets(Reference reference, @Nullable Row row) {
        if (reference.chosenBy().isEmpty() || row == null) {
            return reference.targets();
        }
        Object choice = row.get(reference.chosenBy().get().field());
        String resource = choice instanceof Long number
                ? reference.chosenBy().get().resource(number).orElse(null)
                : null;
        return reference.targets().stream()
                .filter(target -> target.resource().equals(resource))
                .toList();
    }

    private Optional<Row> find(Target target, Object value) {
        if (target.path().equals("id")) {
            return value instanceof Long id ? get(target.resource(), id) : Optional.empty();
        }
        return table(target.resource()).first(target.path(), value);
    }

    /** This world's records as changes of another world's: the seed, and so {@link #changes}, is the other's. */
    public World asChangeOf(World other) {
        Table[] changed = new Table[tables.length];
        for (int i = 0; i < tables.length; i++) {
            changed[i] = tables[i].asChangeOf(other.tables[i]);
        }
        return new World(layout, changed, lastIds, touched);
    }

    /** Whether every index finds what is there; the names of resources whose indexes do not. */
    List<String> brokenIndexes() {
        return Arrays.stream(tables)
                .filter(table -> !table.indexesAreTrue())
                .map(table -> table.resource().name())
                .toList();
    }

    /** How many records were written since the seed, also those that hold again what they held. Costs the same whatever the world holds. */
    public int written() {
        return Arrays.stream(tables).mapToInt(Table::written).sum();
    }

    /** What differs from the seed, by resource and ascending id. */
    public List<RowChange> changes() {
        List<RowChange> changes = new ArrayList<>();
        for (Table table : tables) {
            changes.addAll(table.changes());
        }
        return changes;
    }

    /**
     * The same seed with the rows of an earlier world that came of it: rows as they are, nothing computed. What the catalogue no longer knows is left out.
     *
     * @param stored the rows that the earlier world had changed or added
     * @param removed the rows that it had removed
     * @param lastIds what its {@link #lastIds()} said
     */
    public World overlaid(Collection<Row> stored, Collection<RowKey> removed, Map<String, Long> lastIds) {
        World next = this;
        for (Row row : stored) {
            next = next.store(row);
        }
        for (RowKey key : removed) {
            Optional<Row> row = catalogue().find(key.resource()).flatMap(resource -> table(resource)
                    .get(key.id()));
            next = row.isEmpty() ? next : next.drop(row.get());
        }
        return next.withLastIds(lastIds);
    }

    /** The same world, in which {@link #touched()} counts from now on. */
    public World marked() {
        return with(Touched.mark());
    }

    /**
     * The rows that were stored or dropped since the mark, directly or because a computed field hangs on them; the latest first.
     *
     * @throws IllegalStateException when there is no mark
     */
    public Set<RowKey> touched() {
        return touched.keys();
    }

    /**
     * What differs from a world of which this one came since it was {@link #marked()}, in the order in which they were written last; whatever else was written since the seed is left out.
     *
     * @throws IllegalStateException when there is no mark
     */
    public List<RowChange> changesSince(World marked) {
        List<RowChange> changes = new ArrayList<>();
        for (RowKey key : touched()) {
            Table table = table(key.resource());
            Optional<Row> was = marked.table(table.resource()).get(key.id());
            Optional<Row> is = table.get(key.id());
            if (!was.equals(is)) {
                changes.add(new RowChange(table.resource(), key.id(), was, is));
            }
        }
        Collections.reverse(changes);
        return changes;
    }

    /** The same records, counted as the seed from now on. */
    public World asSeed() {
        if (written() == 0) {
            return this;
        }
        Table[] seeds = tables.clone();
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = seeds[i].asSeed();
        }
        return new World(layout, seeds, lastIds, touched);
    }
}
