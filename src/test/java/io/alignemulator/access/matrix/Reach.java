package io.alignemulator.access.matrix;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Where a user's memberships lead.
 *
 * @param seenPrograms programs reached for reading, those of {@code programs} among them
 * @param programs programs reached for reading and writing
 * @param portfolios portfolios reached for reading and writing
 * @param homes portfolios in which a reached program lies; they count for portfolio records only
 * @param teams the teams themselves
 */
record Reach(Set<Long> seenPrograms, Set<Long> programs, Set<Long> portfolios, Set<Long> homes, Set<Long> teams) {

    static Reach of(FixtureWorld world, JsonNode user) {
        Reach reach = new Reach(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (JsonNode membership : user.path("teams")) {
            JsonNode team = world.get("Team", membership.path("teamId").asLong());
            if (team.isObject() && team.path("isActive").asInt(1) == 1) {
                reach.add(world, team);
            }
        }
        reach.seenPrograms.addAll(reach.programs);
        for (JsonNode program : world.records("Program")) {
            if (reach.seenPrograms.contains(id(program))) {
                reach.homes.add(program.path("portfolioId").asLong());
            }
        }
        return reach;
    }

    private void add(FixtureWorld world, JsonNode team) {
        teams.add(id(team));
        switch (team.path("type").asInt(1)) {
            case 1 -> seenPrograms.addAll(named(team));
            case 2 -> programs.addAll(led(world, team));
            case 3 -> {
                Set<Long> solutions = led(world, team);
                programs.addAll(solutions);
                world.records("Program").stream()
                        .filter(program ->
                                solutions.contains(program.path("solutionId").asLong(0)))
                        .forEach(program -> programs.add(id(program)));
            }
            case 5 -> addPortfolios(world, team);
            default -> {}
        }
    }

    private void addPortfolios(FixtureWorld world, JsonNode team) {
        for (JsonNode portfolio : world.records("Portfolio")) {
            if (portfolio.path("teamId").asLong(0) == id(team)) {
                portfolios.add(id(portfolio));
                world.records("Program").stream()
                        .filter(program -> program.path("portfolioId").asLong(0) == id(portfolio))
                        .forEach(program -> programs.add(id(program)));
            }
        }
    }

    /** The programs that a team names, and those that name it as theirs. */
    private static Set<Long> led(FixtureWorld world, JsonNode team) {
        Set<Long> programs = named(team);
        world.records("Program").stream()
                .filter(program -> program.path("teamId").asLong(-1) == id(team))
                .forEach(program -> programs.add(id(program)));
        return programs;
    }

    private static Set<Long> named(JsonNode team) {
        Set<Long> programs = new HashSet<>();
        if (team.path("programId").isNumber()) {
            programs.add(team.path("programId").asLong());
        }
        team.path("programIds").forEach(id -> programs.add(id.asLong()));
        return programs;
    }

    private static long id(JsonNode row) {
        return row.path("id").asLong();
    }
}
