package io.alignemulator.access;

import io.alignemulator.catalogue.Scope;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The teams whose members may read or write a record: of those that stand near it, the ones that reach it on their own. */
final class TeamsThatReach {

    private static final int MOST = 100;

    private final World world;
    private final AccessOptions options;
    private final Set<Long> near = new HashSet<>();

    private TeamsThatReach(World world, AccessOptions options) {
        this.world = world;
        this.options = options;
    }

    /** By ascending id; a portfolio may have thousands, of which the first hundred help as well as all. */
    static List<Row> of(World world, Row row, boolean write, AccessOptions options) {
        TeamsThatReach teams = new TeamsThatReach(world, options);
        teams.around(row);
        return teams.near.stream()
                .sorted()
                .filter(id -> teams.reaches(id, row, write))
                .flatMap(id -> world.get("Team", id).stream())
                .limit(MOST)
                .toList();
    }

    private boolean reaches(long team, Row row, boolean write) {
        return new Scoping(world, () -> MembershipScope.of(world, Set.of(team), options), options.strictScope())
                .reaches(row, write);
    }

    private void around(Row row) {
        Scope.Fields fields = Scoping.fields(row);
        each(row, fields.program(), this::program);
        each(row, fields.portfolio(), this::portfolio);
        each(row, fields.home(), this::home);
        each(row, fields.team(), near::add);
        if (near.isEmpty()) {
            Scoping.parent(world, row).ifPresent(this::around);
        }
    }

    private void program(long id) {
        leaders(id);
        Optional<Row> program = world.get("Program", id);
        program.ifPresent(row -> with(row.get("solutionId"), this::leaders));
        program.ifPresent(row -> with(row.get("portfolioId"), this::portfolio));
    }

    /** The teams that a program names, or that name it. */
    private void leaders(long program) {
        for (String field : List.of("programId", "programIds")) {
            world.table("Team").find(field, program).forEach(team -> near.add(team.id()));
        }
        world.get("Program", program).ifPresent(row -> with(row.get("teamId"), near::add));
    }

    private void portfolio(long id) {
        world.get("Portfolio", id).ifPresent(row -> with(row.get("teamId"), near::add));
    }

    private void home(long portfolio) {
        world.table("Program").find("portfolioId", portfolio).forEach(row -> program(row.id()));
    }

    private static void each(Row row, List<String> fields, LongConsumer action) {
        for (String field : fields) {
            Object value = row.get(field);
            with(value, action);
            MembershipScope.list(value).forEach(id -> with(id, action));
        }
    }

    private static void with(@Nullable Object id, LongConsumer action) {
        if (id instanceof Long number) {
            action.accept(number);
        }
    }
}
