package io.alignemulator.world;

import io.alignemulator.catalogue.Derived;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.values.SharedValues;
import io.alignemulator.work.Batches;
import io.alignemulator.world.Layout.Dependent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps computed fields true. A stored row first gets its own computed fields; then every record of another resource that a computed field ties to it (its parent, a vehicle
 * it belongs to, a record that repeats its name) is computed anew and, if that changed it, is followed in the same way. The links are the catalogue's
 * ({@link Derived}), so the walk ends where they end.
 */
final class Derivations {

    /** Links of the catalogue are far shorter; a longer walk is a cycle in the catalogue. */
    private static final int LONGEST_CHAIN = 10;

    private Derivations() {}

    static World put(World world, Row row) {
        return put(world, row, 0);
    }

    private static World put(World world, Row row, int depth) {
        if (depth > LONGEST_CHAIN) {
            throw new IllegalStateException("computed fields depend on each other in a circle around " + row);
        }
        Optional<Row> old = world.table(row.resource()).get(row.id());
        Row derived = row;
        for (Field field : world.layout().computed(row.resource())) {
            // a write of a record does not change what follows from others; a change of theirs brings it up to date
            if (old.isEmpty() || !followsOthers(field.derived().orElseThrow())) {
                derived = derived.with(field, value(world, old.orElse(null), derived, field));
            }
        }
        return followed(world.store(derived), old.orElse(null), derived, depth);
    }

    private static boolean followsOthers(Derived derived) {
        return derived instanceof Derived.Reverse
                || (derived instanceof Derived.Computed computed
                        && computed.over().isPresent());
    }

    static World remove(World world, Row row) {
        Optional<Row> old = world.table(row.resource()).get(row.id());
        return old.isEmpty() ? world : followed(world.drop(old.get()), old.get(), null, 0);
    }

    /** Brings up to date what hangs on a row that came, changed or went. */
    private static World followed(World world, @Nullable Row old, @Nullable Row now, int depth) {
        World next = world;
        for (Map.Entry<RowKey, List<Field>> each : dependents(world, old, now).entrySet()) {
            Row current = next.get(each.getKey().resource(), each.getKey().id()).orElseThrow();
            Row changed = current;
            for (Field field : each.getValue()) {
                changed = changed.with(field, value(next, current, changed, field));
            }
            if (!changed.equals(current)) {
                next = put(next, changed, depth + 1);
            }
        }
        return next;
    }

    /** Computes all fields of all rows, and again those that hang on a resource which that changed. */
    static World seed(World world, Given given) {
        World next = world;
        Collection<Resource> due = world.catalogue().resources();
        for (int pass = 0; pass < LONGEST_CHAIN && !due.isEmpty(); pass++) {
            Map<String, Resource> affected = new TreeMap<>();
            for (Resource resource : due) {
                Optional<List<Row>> rows = changed(next, resource, given);
                if (rows.isPresent()) {
                    next = next.reseeded(resource, rows.get());
                    next.layout()
                            .dependents(resource)
                            .forEach(each -> affected.put(each.owner().name(), each.owner()));
                }
            }
            due = affected.values();
        }
        return next;
    }

    /** All rows of a resource with their computed fields up to date; empty when they were already. */
    @SuppressWarnings("ReferenceEquality") // a row that nothing changed is the same one
    private static Optional<List<Row>> changed(World world, Resource resource, Given given) {
        List<Field> computed = world.layout().computed(resource);
        if (computed.isEmpty()) {
            return Optional.empty();
        }
        List<Row> before = new ArrayList<>(world.table(resource).size());
        world.table(resource).rows().forEach(before::add);
        // each row by itself, from a world that does not change: whoever is idle takes some
        SharedValues shared = new SharedValues();
        List<Row> after = Batches.of(before.size(), Batches.MANY)
                .map(batch -> before.subList(batch.from(), batch.to()).stream()
                        .map(row -> computed(world, row, computed, given, shared))
                        .toList());
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != after.get(i)) {
                return Optional.of(after);
            }
        }
        return Optional.empty();
    }

    private static Row computed(World world, Row row, List<Field> computed, Given given, SharedValues shared) {
        Row.Draft draft = row.draft();
        for (Field field : computed) {
            if (!given.isGiven(row, field)) {
                Object value = value(world, null, draft.shown(), field);
                draft.set(field, value == null ? null : shared.of(value));
            }
        }
        return draft.finished();
    }

    /** What a computed field should hold. */
    static @Nullable Object anew(World world, Row row, Field field) {
        return value(world, row, row, field);
    }

    private static @Nullable Object value(World world, @Nullable Row old, Row row, Field field) {
        Derived derived = field.derived().orElseThrow();
        if (derived instanceof Derived.Reverse reverse) {
            return world.table(reverse.resource()).idsOf(reverse.field(), row.id());
        }
        if (derived instanceof Derived.Count count) {
            return row.get(count.array()) instanceof List<?> list ? (long) list.size() : 0L;
        }
        if (derived instanceof Derived.Echo echo) {
            return echoed(world, row, echo);
        }
        if (derived instanceof Derived.Mirror mirror) {
            return Long.valueOf(1).equals(row.get(mirror.flag()));
        }
        if (derived instanceof Derived.When when) {
            return Long.valueOf(when.value()).equals(row.get(when.field())) ? 1L : 0L;
        }
        return Computation.value(world, old, row, field, (Derived.Computed) derived);
    }

    private static @Nullable Object echoed(World world, Row row, Derived.Echo echo) {
        Object id = row.get(echo.reference());
        if (id == null) {
            return null;
        }
        Optional<Row> named =
                world.resolve(row.resource().field(echo.reference()).reference().orElseThrow(), id, row);
        return named.map(r -> r.get(echo.target())).orElse(null);
    }

    /** The records that hang on a row, each with the fields that do. */
    private static Map<RowKey, List<Field>> dependents(World world, @Nullable Row old, @Nullable Row now) {
        Row row = Objects.requireNonNull(now == null ? old : now);
        Map<RowKey, List<Field>> rows = new LinkedHashMap<>();
        for (Dependent dependent : world.layout().dependents(row.resource())) {
            if (old != null && now != null && isUntouched(dependent, old, now)) {
                continue;
            }
            for (Row each : dependents(world, dependent, row.id(), old, now)) {
                rows.computeIfAbsent(RowKey.of(each), key -> new ArrayList<>()).add(dependent.field());
            }
        }
        return rows;
    }

    private static boolean isUntouched(Dependent dependent, Row old, Row now) {
        for (Field field : dependent.reads()) {
            if (!Objects.equals(old.get(field), now.get(field))) {
                return false;
            }
        }
        return !dependent.reads().isEmpty();
    }

    private static List<Row> dependents(
            World world, Dependent dependent, long id, @Nullable Row old, @Nullable Row now) {
        Derived derived = dependent.derived();
        if (derived instanceof Derived.Reverse reverse) {
            return named(world, dependent.owner(), old, now, reverse.field(), true);
        }
        if (derived instanceof Derived.Echo echo) {
            return world.table(dependent.owner()).find(echo.reference(), id);
        }
        Derived.Computed rule = (Derived.Computed) derived;
        return rule.follows().isPresent()
                ? world.table(dependent.owner()).find(rule.follows().get(), id)
                : named(world, dependent.owner(), old, now, rule.over().orElseThrow(), false);
    }

    /** The records that the row names or named in a field; only those named in one of the two states, if so asked. */
    private static List<Row> named(
            World world, Resource owner, @Nullable Row old, @Nullable Row now, String field, boolean onlyChanged) {
        Object before = old == null ? null : old.get(field);
        Object after = now == null ? null : now.get(field);
        if (onlyChanged && Objects.equals(before, after)) {
            return List.of();
        }
        Set<Long> was = ids(before);
        Set<Long> is = ids(after);
        Set<Long> all = new TreeSet<>(was);
        all.addAll(is);
        if (onlyChanged) {
            all.removeIf(id -> was.contains(id) && is.contains(id));
        }
        return all.stream()
                .map(id -> world.table(owner).get(id))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Set<Long> ids(@Nullable Object value) {
        Set<Long> ids = new TreeSet<>();
        for (Object each : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (each instanceof Long id) {
                ids.add(id);
            }
        }
        return ids;
    }
}
