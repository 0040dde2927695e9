package io.alignemulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Worlds that are put together again from what was saved of them, and what a world tells of itself so that it can be saved. */
class RestoredWorldTest {

    private static final long IDS = 4;

    private static final World SEED = Rows.seed(
            Rows.row("Epic", 1),
            Rows.row("Feature", 1, "parentId", 1L),
            Rows.row("Feature", 2, "parentId", 1L),
            Rows.row("Release", 1, "title", "PI 1"),
            Rows.row("ReleaseVehicle", 1, "releaseId", 1L));

    /** Stores a row with these members, or removes the one of that id. */
    private record Write(String resource, long id, Optional<Object[]> members) {
        World applied(World world) {
            Row blank = Rows.row(resource, id);
            return members.isEmpty()
                    ? world.remove(blank)
                    : world.put(Rows.with(world.get(resource, id).orElse(blank), members.get()));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aSeedOverlaidWithTheTouchedRowsIsTheWorldThatTouchedThem(@ForAll("writes") List<Write> writes) {
        World world = SEED;
        Map<RowKey, Optional<Row>> saved = new java.util.HashMap<>();
        for (Write write : writes) {
            world = write.applied(world.marked());
            for (RowKey key : world.touched()) {
                saved.put(key, world.get(key.resource(), key.id()));
            }
        }
        World overlaid = SEED.overlaid(
                saved.values().stream().flatMap(Optional::stream).toList(),
                saved.keySet().stream().filter(key -> saved.get(key).isEmpty()).toList(),
                world.lastIds());
        assertEquals(Rows.told(world), Rows.told(overlaid));
        assertEquals(world.changes(), overlaid.changes());
        assertEquals(world.lastIds(), overlaid.lastIds());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aWorldRestoredFromAllItsRowsIsThatWorldAsASeed(@ForAll("writes") List<Write> writes) {
        World world = SEED;
        for (Write write : writes) {
            world = write.applied(world);
        }
        World restored = World.restored(Rows.CATALOGUE, rows(world), world.lastIds());
        assertEquals(Rows.told(world), Rows.told(restored));
        assertEquals(List.of(), restored.changes());
        assertEquals(world.lastIds(), restored.lastIds());
    }

    private static Map<String, List<Row>> rows(World world) {
        Map<String, List<Row>> rows = new TreeMap<>();
        Rows.CATALOGUE
                .resources()
                .forEach(resource -> rows.put(
                        resource.name(),
                        StreamSupport.stream(world.table(resource).rows().spliterator(), false)
                                .filter(row -> row.resource().equals(resource))
                                .toList()));
        return rows;
    }

    @Provide
    Arbitrary<List<Write>> writes() {
        Arbitrary<Object> maybe =
                Arbitraries.longs().between(1, IDS).injectNull(0.25).asGeneric();
        Arbitrary<Object> some =
                Arbitraries.longs().between(1, IDS).list().ofMaxSize(2).asGeneric();
        List<Arbitrary<Write>> kinds = new ArrayList<>(List.of(
                put("Feature", "parentId", maybe),
                put("Feature", "releaseVehicleIds", some),
                put("Story", "releaseVehicleIds", some),
                put("ReleaseVehicle", "releaseId", maybe),
                put("Release", "title", Arbitraries.of("PI 1", "PI 2").asGeneric()),
                put("Epic", "title", Arbitraries.of("a", "b").asGeneric())));
        kinds.add(Combinators.combine(
                        Arbitraries.of("Epic", "Feature", "Story", "Release", "ReleaseVehicle"),
                        Arbitraries.longs().between(1, IDS))
                .as((resource, id) -> new Write(resource, id, Optional.empty())));
        return Arbitraries.oneOf(kinds).list().ofMaxSize(20);
    }

    private static Arbitrary<Write> put(String resource, String member, Arbitrary<Object> values) {
        return Combinators.combine(Arbitraries.longs().between(1, IDS), values)
                .as((id, value) -> new Write(resource, id, Optional.of(new Object[] {member, value})));
    }

    @Test
    void rowsOfARestoredWorldAreNotComputedAgain() {
        Row stale = Rows.row("Epic", 1, "featureIds", List.of(77L));
        World restored = World.restored(Rows.CATALOGUE, Map.of("Epic", List.of(stale)), Map.of());
        assertEquals(stale, restored.get("Epic", 1).orElseThrow());
        World overlaid = SEED.overlaid(List.of(stale), List.of(), Map.of());
        assertEquals(stale, overlaid.get("Epic", 1).orElseThrow());
    }

    @Test
    void sequencesGoOnAboveRecordsThatAreGone() {
        World world = Rows.seed(Rows.row("Epic", 3)).put(Rows.row("Epic", 9)).remove(Rows.row("Epic", 9));
        assertEquals(Map.of("Epic", 9L), world.lastIds());
        World restored = World.restored(Rows.CATALOGUE, Map.of("Epic", List.of(Rows.row("Epic", 3))), world.lastIds());
        assertEquals(10, restored.nextId(Rows.CATALOGUE.resource("Capability")));
        assertEquals(
                10,
                Rows.seed(Rows.row("Epic", 3))
                        .overlaid(List.of(), List.of(), world.lastIds())
                        .nextId(Rows.CATALOGUE.resource("Epic")));
        assertEquals(
                Map.of("Epic", 3L),
                World.restored(
                                Rows.CATALOGUE,
                                Map.of("Epic", List.of(Rows.row("Epic", 3))),
                                Map.of("Epic", 1L, "Gone", 5L))
                        .lastIds());
    }

    @Test
    void touchedAreTheRowsWrittenSinceTheMarkAndThoseThatHangOnThem() {
        World marked = SEED.put(Rows.row("Region", 1, "name", "North")).marked();
        assertEquals(Set.of(), marked.touched());
        World written = marked.put(Rows.with(SEED.get("Feature", 1).orElseThrow(), "parentId", null));
        assertEquals(Set.of(new RowKey("Feature", 1), new RowKey("Epic", 1)), written.touched());
        World removed = written.remove(Rows.row("Feature", 2));
        assertEquals(
                Set.of(new RowKey("Feature", 1), new RowKey("Epic", 1), new RowKey("Feature", 2)), removed.touched());
        assertEquals(Set.of(), removed.marked().touched());
        assertEquals(Set.of(), marked.touched());
    }

    @Test
    void aWorldWithoutAMarkRemembersNothing() {
        assertThrows(IllegalStateException.class, SEED.put(Rows.row("Epic", 2))::touched);
    }

    @Test
    void whatTheCatalogueNoLongerHasIsLeftOutOfAnOverlay() {
        World overlaid = SEED.overlaid(List.of(), List.of(new RowKey("Sprint", 1), new RowKey("Epic", 77)), Map.of());
        assertEquals(Rows.told(SEED), Rows.told(overlaid));
    }
}
