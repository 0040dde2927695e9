package io.alignemulator.access;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Scope;
import io.alignemulator.world.IndexKey;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a record lies, held against what memberships reach. The catalogue names the fields; a record without a value in any of them lies where the first of its parents
 * does, and one without a parent lies nowhere. No chain of parents comes back to where it began, by the catalogue.
 */
final class Scoping {

    private final World world;
    private final Supplier<MembershipScope> memberships;
    private @Nullable MembershipScope reach;
    private final boolean strict;

    /** @param memberships asked once, when first needed */
    Scoping(World world, Supplier<MembershipScope> memberships, boolean strict) {
        this.world = world;
        this.memberships = memberships;
        this.strict = strict;
    }

    /** Whether the page alone decides about the records of a resource. */
    static boolean isOpen(Resource resource, boolean strict) {
        Scope scope = resource.scope();
        boolean places = !scope.everyField().isEmpty() || !scope.parents().isEmpty();
        return scope.isOpen() && !(strict && scope.mode().equals("global") && places);
    }

    private MembershipScope reach() {
        if (reach == null) {
            reach = memberships.get();
        }
        return reach;
    }

    boolean reaches(Row row, boolean write) {
        if (isOpen(row.resource(), strict)) {
            return true;
        }
        Scope.Fields fields = fields(row);
        if (any(row, fields.program(), reach().programs(write))
                || any(row, fields.portfolio(), reach().portfolios())
                || (!write && any(row, fields.home(), reach().homes()))
                || any(row, fields.team(), reach().teams())) {
            return true;
        }
        return fields.all().stream().noneMatch(field -> isSet(row, field))
                && parent(world, row).filter(each -> reaches(each, write)).isPresent();
    }

    /** The fields that say where a record lies. */
    static Scope.Fields fields(Row row) {
        Scope scope = row.resource().scope();
        return scope.by().isEmpty()
                ? scope.fields()
                : scope.fields(row.get(scope.by().get()));
    }

    private static boolean any(Row row, List<String> fields, Set<Long> reached) {
        for (String field : fields) {
            Object value = row.get(field);
            if (value instanceof Long id
                    ? reached.contains(id)
                    : MembershipScope.list(value).stream().anyMatch(reached::contains)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSet(Row row, String name) {
        Field field = row.resource().field(name);
        Object value = row.get(field);
        return value != null
                && !value.equals(List.of())
                && field.reference().filter(r -> r.none().contains(value)).isEmpty();
    }

    /** The record whose place counts where a record has none of its own. */
    static Optional<Row> parent(World world, Row row) {
        return row.resource().scope().parents().stream()
                .filter(field -> isSet(row, field))
                .findFirst()
                .flatMap(field -> {
                    Reference reference =
                            row.resource().field(field).reference().orElseThrow();
                    return world.resolve(reference, Objects.requireNonNull(row.get(field)), row);
                });
    }

    /** The field to blame when a record may not be written where it lies. */
    static Field placeField(Row row, boolean readable) {
        Scope scope = row.resource().scope();
        Scope.Fields fields = fields(row);
        List<String> candidates = new ArrayList<>(readable ? fields.team() : List.of());
        fields.all().stream().filter(field -> isSet(row, field)).forEach(candidates::add);
        scope.parents().stream().filter(field -> isSet(row, field)).forEach(candidates::add);
        candidates.addAll(scope.parents());
        candidates.addAll(fields.all());
        return row.resource().field(candidates.isEmpty() ? "id" : candidates.get(0));
    }

    /** Keys of the indexes under which every record is found that the user may read; empty when there are none to rely on. */
    Optional<List<IndexKey>> keys(Resource resource) {
        Scope scope = resource.scope();
        if (isOpen(resource, strict) || !scope.parents().isEmpty()) {
            return Optional.empty();
        }
        List<IndexKey> keys = new ArrayList<>();
        BiConsumer<List<String>, Set<Long>> add =
                (fields, ids) -> fields.forEach(field -> ids.forEach(id -> keys.add(new IndexKey(field, id))));
        List<Scope.Fields> all = new ArrayList<>(scope.cases().values());
        all.add(scope.fields());
        for (Scope.Fields fields : all) {
            add.accept(fields.program(), reach().programs(false));
            add.accept(fields.portfolio(), reach().portfolios());
            add.accept(fields.home(), reach().homes());
            add.accept(fields.team(), reach().teams());
        }
        return Optional.of(keys.stream().distinct().toList());
    }
}
