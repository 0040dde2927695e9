package io.alignemulator.access;

import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places that a user's memberships reach (rule ACCS-07): a portfolio team its portfolio and all programs in it, a program or solution team its
 * program (a solution's programs too), an agile team itself, and its program for reading. Inactive teams reach nothing.
 */
final class MembershipScope {

    /** Kinds of teams, as in a team's {@code type}. */
    private static final long AGILE = 1;

    private static final long PROGRAM = 2;
    private static final long SOLUTION = 3;
    private static final long PORTFOLIO = 5;

    private final World world;
    private final Set<Long> teams = new HashSet<>();
    private final Set<Long> portfolios = new HashSet<>();
    private final Set<Long> programs = new HashSet<>();
    private final Set<Long> ownPrograms = new HashSet<>();
    private final Set<Long> homes = new HashSet<>();

    private MembershipScope(World world) {
        this.world = world;
    }

    static MembershipScope of(World world, Row user, AccessOptions options) {
        Set<Long> ids = new HashSet<>();
        for (Object membership : list(user.get("teams"))) {
            add(ids, membership instanceof Map<?, ?> map ? map.get("teamId") : null);
        }
        return of(world, ids, options);
    }

    /** Of a member of these teams. */
    static MembershipScope of(World world, Set<Long> teams, AccessOptions options) {
        MembershipScope reach = new MembershipScope(world);
        for (Long id : teams) {
            world.get("Team", id)
                    .filter(team -> Objects.equals(team.get("isActive"), 1L))
                    .ifPresent(team -> reach.add(team, options));
        }
        reach.programs.addAll(reach.ownPrograms);
        for (Long program : reach.programs) {
            world.get("Program", program).ifPresent(row -> add(reach.homes, row.get("portfolioId")));
        }
        return reach;
    }

    private void add(Row team, AccessOptions options) {
        teams.add(team.id());
        Object type = team.get("type");
        if (Objects.equals(type, PORTFOLIO)) {
            world.table("Portfolio").find("teamId", team.id()).forEach(portfolio -> {
                portfolios.add(portfolio.id());
                world.table("Program").find("portfolioId", portfolio.id()).forEach(row -> ownPrograms.add(row.id()));
            });
        } else if (Objects.equals(type, PROGRAM) || Objects.equals(type, SOLUTION)) {
            Set<Long> led = programsOf(team);
            world.table("Program").find("teamId", team.id()).forEach(row -> led.add(row.id()));
            ownPrograms.addAll(led);
            if (Objects.equals(type, SOLUTION)) {
                led.forEach(
                        id -> world.table("Program").find("solutionId", id).forEach(row -> ownPrograms.add(row.id())));
            }
        } else if (Objects.equals(type, AGILE)) {
            (options.agileTeamsWriteProgram() ? ownPrograms : programs).addAll(programsOf(team));
        }
    }

    private static Set<Long> programsOf(Row team) {
        Set<Long> programs = new HashSet<>();
        add(programs, team.get("programId"));
        list(team.get("programIds")).forEach(id -> add(programs, id));
        return programs;
    }

    private static void add(Set<Long> ids, @Nullable Object id) {
        if (id instanceof Long number) {
            ids.add(number);
        }
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** The teams that the user is a member of. */
    Set<Long> teams() {
        return teams;
    }

    /** The portfolios that the user works in, for reading and writing. */
    Set<Long> portfolios() {
        return portfolios;
    }

    /** The programs whose records the user may read; or only those whose records the user may write. */
    Set<Long> programs(boolean write) {
        return write ? ownPrograms : programs;
    }

    /** The portfolios that the user sees because of a program in them. */
    Set<Long> homes() {
        return homes;
    }
}
