package io.alignemulator.resource.rules;

import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user whom a field names is a member of a team of the record's program, or of the portfolio team above it.
 *
 * @param place the field that names the program
 */
record MemberOf(String field, String place) implements Check {

    @Override
    public Optional<Violation> check(Subject subject) {
        World world = subject.context().world();
        Optional<Row> user = subject.named(field);
        Optional<Row> program = subject.named(place);
        if (subject.row().get(field) == null || program.isEmpty()) {
            return Optional.empty();
        }
        return user.stream().flatMap(each -> teams(world, each)).anyMatch(team -> reaches(world, team, program.get()))
                ? Optional.empty()
                : subject.invalid(field);
    }

    private static Stream<Row> teams(World world, Row user) {
        return Check.list(user.get("teams")).stream()
                .map(each -> each instanceof Map<?, ?> map && map.get("teamId") instanceof Long id
                        ? world.get("Team", id)
                        : Optional.<Row>empty())
                .flatMap(Optional::stream);
    }

    private static boolean reaches(World world, Row team, Row program) {
        Object portfolio = program.get("portfolioId");
        Object portfolioTeam = portfolio instanceof Long id
                ? world.get("Portfolio", id).map(p -> p.get("teamId")).orElse(null)
                : null;
        Long teamId = team.id();
        return teamId.equals(program.get("teamId"))
                || teamId.equals(portfolioTeam)
                || Long.valueOf(program.id()).equals(team.get("programId"))
                || Check.list(team.get("programIds")).contains(program.id());
    }
}
