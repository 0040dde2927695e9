package io.alignemulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Computed fields have one value, whatever way led to it: any sequence of writes leaves the world that a fresh seed of the same rows would be. */
class DerivationPropertiesTest {

    private static final long IDS = 4;

    /** Sites are configured before they are used, and nothing that a client may write changes these two. */
    private static final List<Row> CONFIGURATION = List.of(
            Rows.row("CustomFieldDefinition", 1, "resource", "Feature", "key", "customfield_00001"),
            Rows.row("CustomFieldDefinition", 2, "resource", "Feature", "key", "customfield_00002"),
            Rows.row("ValueStream", 1, "processSteps", List.of(Rows.object("id", 1L, "name", "Plan"))));

    /** Sets members of a record, which comes into being when it is not there; or removes it. */
    private record Write(String resource, long id, Optional<Object[]> members) {
        @Override
        public String toString() {
            return resource + "/" + id + members.map(Arrays::toString).orElse(" removed");
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void writesOneByOneLeaveWhatASeedOfTheSameRowsIs(@ForAll("writes") List<Write> writes) {
        World world = World.empty(Rows.CATALOGUE);
        Map<String, Row> written = new LinkedHashMap<>();
        for (Row row : CONFIGURATION) {
            world = world.put(row);
            written.put(row.toString(), row);
        }
        for (Write write : writes) {
            world = applied(world, write, written);
        }
        assertEquals(Rows.told(Rows.seed(new ArrayList<>(written.values()))), Rows.told(world));
    }

    private static World applied(World world, Write write, Map<String, Row> written) {
        Row blank = Rows.row(write.resource(), write.id());
        if (write.members().isEmpty()) {
            written.remove(blank.toString());
            return world.remove(blank);
        }
        Object[] members = write.members().get();
        written.merge(blank.toString(), Rows.with(blank, members), (was, is) -> Rows.with(was, members));
        Row stored = world.get(write.resource(), write.id()).orElse(blank);
        return world.put(Rows.with(stored, members));
    }

    @Provide
    Arbitrary<List<Write>> writes() {
        Arbitrary<Write> removals = Combinators.combine(
                        Arbitraries.of(
                                "Story",
                                "Feature",
                                "Release",
                                "Team",
                                "ReleaseVehicle",
                                "Epic",
                                "Objective",
                                "KeyResult"),
                        ids())
                .as((resource, id) -> new Write(resource, id, Optional.empty()));
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                8,
                                put(
                                        "Story",
                                        "state",
                                        oneOf(0L, 4L, 5L),
                                        "releaseVehicleIds",
                                        some(),
                                        "effortPoints",
                                        maybe(),
                                        "teamId",
                                        maybe())),
                        Tuple.of(4, put("Defect", "releaseVehicleIds", some())),
                        Tuple.of(
                                4,
                                put(
                                        "Feature",
                                        "releaseVehicleIds",
                                        some(),
                                        "parentId",
                                        maybe(),
                                        "processStepId",
                                        maybe(),
                                        "customFields",
                                        custom())),
                        Tuple.of(3, put("ReleaseVehicle", "releaseId", maybe())),
                        Tuple.of(3, put("Release", "title", oneOf("PI 1", "PI 2"))),
                        Tuple.of(3, put("Team", "name", oneOf("Red", "Blue"), "type", maybe())),
                        Tuple.of(
                                3,
                                put(
                                        "User",
                                        "firstName",
                                        oneOf("Ann", "Bob"),
                                        "isLocked",
                                        oneOf(0L, -1L),
                                        "teams",
                                        memberships())),
                        Tuple.of(2, put("Division", "name", oneOf("North", "South"), "parentId", maybe())),
                        Tuple.of(2, put("Epic", "title", oneOf("E"), "processStepId", maybe())),
                        Tuple.of(
                                3,
                                put(
                                        "KeyResult",
                                        "parentId",
                                        ids(),
                                        "parentType",
                                        oneOf(44L, 6L),
                                        "type",
                                        oneOf(2L),
                                        "weight",
                                        oneOf(0L, 1L, 3L),
                                        "valueUpdates",
                                        measured())),
                        Tuple.of(2, put("Objective", "name", oneOf("O"))),
                        Tuple.of(1, put("Dependency", "epicId", maybe(), "blocked", oneOf(0L, 1L, null))),
                        Tuple.of(1, put("AnchorSprint", "releaseId", maybe())),
                        Tuple.of(1, put("ConnectorBoard", "teamId", maybe())),
                        Tuple.of(1, put("Risk", "occurrence", maybe(), "impact", maybe())),
                        Tuple.of(3, removals))
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<Write> put(String resource, Object... members) {
        Arbitrary<Object[]> values = Combinators.combine(java.util.stream.IntStream.range(0, members.length)
                        .mapToObj(i -> members[i] instanceof Arbitrary<?> values1
                                ? values1.asGeneric()
                                : Arbitraries.just(members[i]))
                        .toList())
                .as(List::toArray);
        return Combinators.combine(ids(), values).as((id, each) -> new Write(resource, id, Optional.of(each)));
    }

    private static Arbitrary<Long> ids() {
        return Arbitraries.longs().between(1, IDS);
    }

    private static Arbitrary<Long> maybe() {
        return ids().injectNull(0.25);
    }

    private static Arbitrary<List<Long>> some() {
        return ids().list().ofMaxSize(3).uniqueElements();
    }

    private static Arbitrary<Object> oneOf(Object... values) {
        return Arbitraries.of(values);
    }

    private static Arbitrary<List<Map<String, Object>>> memberships() {
        return ids().map(id -> Rows.object("teamId", id, "roleId", 1L)).list().ofMaxSize(2);
    }

    private static Arbitrary<List<Map<String, Object>>> measured() {
        return Arbitraries.of(0.25, 0.5)
                .map(value -> Rows.object("scoreValue", value))
                .list()
                .ofMaxSize(1);
    }

    private static Arbitrary<List<Map<String, Object>>> custom() {
        return Arbitraries.of("customfield_00001", "customfield_00002")
                .map(key -> Rows.object(key, List.of(Rows.object("value", "x"))))
                .list()
                .ofMaxSize(2)
                .injectNull(0.2);
    }
}
