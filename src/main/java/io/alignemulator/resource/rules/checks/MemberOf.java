package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Optional;

/**
 * The person whom a field names is a member of a team of the place where the record lies.
 *
 * @param member path in the person's record to the teams
 * @param place the field that says where the record lies
 * @param teams paths in the place to its own teams, and to those of the places above
 * @param its keys of a team that name the places it works for
 */
record MemberOf(String field, KeyPath member, String place, List<KeyPath> teams, List<KeyPath> its)
        implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        Optional<Row> where = subject.named(place);
        if (subject.row().get(field) == null || where.isEmpty()) {
            return Optional.empty();
        }
        boolean belongs = subject.allNamed(field).stream().anyMatch(person -> member.values(subject, person).stream()
                .flatMap(id -> subject.resolve(team(person), id).stream())
                .anyMatch(team -> reaches(subject, team, where.get())));
        return belongs ? Optional.empty() : subject.refuse(field);
    }

    private Reference team(Row person) {
        return person.resource()
                .field(member.first())
                .type()
                .model()
                .orElseThrow()
                .field(member.rest().orElseThrow().first())
                .orElseThrow()
                .reference()
                .orElseThrow();
    }

    private boolean reaches(Subject subject, Row team, Row where) {
        return teams.stream()
                        .flatMap(path -> path.values(subject, where).stream())
                        .anyMatch(Long.valueOf(team.id())::equals)
                || its.stream()
                        .flatMap(key -> key.values(subject, team).stream())
                        .anyMatch(Long.valueOf(where.id())::equals);
    }
}
