package io.alignemulator.world;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Reference.Target;
import io.alignemulator.catalogue.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All records of a site at one moment; immutable. A write returns another world that shares whatever did not change, so keeping, forking and restoring a world costs
 * nothing. Fields that follow from other fields ({@link io.alignemulator.catalogue.Derived}) are true in every world: {@link #put} and {@link #remove} bring them up to date.
 */
public final class World {

    private final Layout layout;
    private final Table[] tables;
    private final long[] lastIds;

    private World(Layout layout, Table[] tables, long[] lastIds) {
        this.layout = layout;
        this.tables = tables;
        this.lastIds = lastIds;
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

    static World of(Layout layout, Map<String, ? extends Collection<Row>> rows) {
        List<Resource> resources = layout.catalogue().resources();
        Table[] tables = new Table[resources.size()];
        long[] lastIds = new long[resources.size()];
        for (Resource resource : resources) {
            Collection<Row> own = Objects.requireNonNullElse(rows.get(resource.name()), List.of());
            tables[resource.ordinal()] = Table.of(resource, layout.indexed(resource), own);
            lastIds[resource.ordinal()] = own.stream().mapToLong(Row::id).max().orElse(0);
        }
        return new World(layout, tables, lastIds);
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

    /** A world in which the row is stored under its id, and every computed field that hangs on it is up to date. */
    public World put(Row row) {
        return Derivations.put(this, row);
    }

    /** A world without the row stored under its id, and every computed field that hung on it is up to date. Fields that name it still do. */
    public World remove(Row row) {
        return Derivations.remove(this, row);
    }

    /** Forgets the row and nothing else. */
    World drop(Row row) {
        return replaced(row.resource(), table(row.resource()).remove(row.id()), row.id());
    }

    /** The same world with other rows of one resource, all of them part of the seed. */
    World reseeded(Resource resource, Collection<Row> rows) {
        return replaced(resource, Table.of(resource, layout.indexed(resource), rows), 0);
    }

    /** Stores the row as it is. */
    World store(Row row) {
        return replaced(row.resource(), table(row.resource()).put(row), row.id());
    }

    private World replaced(Resource resource, Table table, long id) {
        Table[] changed = tables.clone();
        changed[resource.ordinal()] = table;
        long[] ids = lastIds;
        if (id > lastIds[resource.ordinal()]) {
            ids = lastIds.clone();
            ids[resource.ordinal()] = id;
        }
        return new World(layout, changed, ids);
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

    private static List<Target> targets(Reference reference, @Nullable Row row) {
        if (reference.chosenBy().isEmpty() || row == null) {
            return reference.targets();
        }
        Object choice = row.get(reference.chosenBy().get().field());
        String resource = choice instanceof Long number
                ? reference.chosenBy().get().resources().get(number)
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

    /** What differs from the seed, by resource and ascending id. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Table table : tables) {
            changes.addAll(table.changes());
        }
        return changes;
    }

    /** The same records, counted as the seed from now on. */
    public World asSeed() {
        Table[] seeds = tables.clone();
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = seeds[i].asSeed();
        }
        return new World(layout, seeds, lastIds);
    }
}
