package io.alignemulator.console.work;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Visit;
import io.alignemulator.world.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which records of the tree are asked for: those of a portfolio, program, team or increment. A record without a field that names such a place is left in, for what hangs on it may lie there.
 */
final class WorkFilter {

    /** The parameters and the resources whose records they name. */
    static final Map<String, String> PLACES =
            Map.of("portfolio", "Portfolio", "program", "Program", "team", "Team", "increment", "Release");

    /** Fields that say where a record lies; others that name such records tell something else. */
    private static final Set<String> SAYS_WHERE = Set.of(
            "primaryProgramId",
            "additionalProgramIds",
            "programId",
            "programIds",
            "teamId",
            "teamIds",
            "releaseId",
            "releaseIds",
            "portfolioId");

    /** Ids that are asked for, by the resource that they belong to. */
    private final Map<String, Set<Object>> wanted = new HashMap<>();

    private final Map<String, List<Field>> fields = new HashMap<>();

    private WorkFilter() {}

    static WorkFilter of(Glance glance) {
        WorkFilter filter = new WorkFilter();
        PLACES.forEach((parameter, resource) ->
                Visit.number(glance.parameter(parameter)).ifPresent(id -> filter.wanted.put(resource, Set.of(id))));
        Set<Object> portfolio = filter.wanted.remove("Portfolio");
        if (portfolio != null) {
            Set<Object> programs = new HashSet<>();
            portfolio.forEach(id ->
                    glance.world().table("Program").find("portfolioId", id).forEach(row -> programs.add(row.id())));
            filter.wanted.merge("Program", programs, (one, other) -> {
                Set<Object> both = new HashSet<>(one);
                both.retainAll(other);
                return both;
            });
        }
        return filter;
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    Predicate<Row> test() {
        return row -> wanted.entrySet().stream().allMatch(each -> lies(row, each.getKey(), each.getValue()));
    }

    private boolean lies(Row row, String place, Set<Object> ids) {
        List<Field> says =
                fields.computeIfAbsent(row.resource().name() + ">" + place, key -> fields(row.resource(), place));
        return says.isEmpty() || says.stream().anyMatch(field -> holds(row.get(field), ids));
    }

    private static boolean holds(@org.jspecify.annotations.Nullable Object value, Set<Object> ids) {
        return value instanceof Collection<?> list
                ? list.stream().anyMatch(ids::contains)
                : value != null && ids.contains(value);
    }

    private static List<Field> fields(Resource resource, String place) {
        return resource.fields().stream()
                .filter(field -> SAYS_WHERE.contains(field.name()))
                .filter(field -> field.reference().stream()
                        .flatMap(each -> each.targets().stream())
                        .anyMatch(target -> target.resource().equals(place)))
                .toList();
    }
}
