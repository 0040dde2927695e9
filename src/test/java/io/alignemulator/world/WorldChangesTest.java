package io.alignemulator.world;

import static io.alignemulator.world.Rows.row;
import static io.alignemulator.world.Rows.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.catalogue.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a world tells what became of it: since a mark, against another world, and what was written at all. */
class WorldChangesTest {

    private static final Row NORTH = row("Region", 1, "name", "North");
    private static final Row WEST = row("Region", 2, "name", "West");
    private static final World SEED = Rows.seed(NORTH, WEST, row("Epic", 1), row("Feature", 5));

    @Test
    void changesSinceAMarkComeInTheOrderOfTheirLastWrite() {
        World before = SEED.put(with(NORTH, "name", "earlier"));
        World marked = before.marked();
        World after = marked.put(with(WEST, "name", "first"))
                .put(row("Region", 9, "name", "passing"))
                .remove(row("Region", 9))
                .put(row("Region", 7, "name", "new"))
                .remove(NORTH)
                .put(with(WEST, "name", "last"));
        List<RowChange> changes = after.changesSince(marked);
        assertEquals(List.of(7L, 1L, 2L), changes.stream().map(RowChange::id).toList());
        assertEquals("earlier", changes.get(1).before().orElseThrow().get("name"));
        assertEquals("West", changes.get(2).before().orElseThrow().get("name"));
        assertEquals("last", changes.get(2).after().orElseThrow().get("name"));
        assertEquals(SEED.catalogue().resource("Region"), changes.get(0).resource());
    }

    @Test
    void whatFollowsFromAWriteComesBehindIt() {
        World marked = SEED.marked();
        World linked = marked.put(with(marked.get("Feature", 5).orElseThrow(), "parentId", 1L));
        assertEquals(
                List.of("Feature", "Epic"),
                linked.changesSince(marked).stream()
                        .map(change -> change.resource().name())
                        .toList());
    }

    @Test
    void aWriteThatChangesNothingThatHangsOnItTouchesNothingElse() {
        World linked = SEED.put(with(SEED.get("Feature", 5).orElseThrow(), "parentId", 1L));
        World renamed = linked.marked().put(with(linked.get("Feature", 5).orElseThrow(), "title", "other"));
        assertEquals(List.of(new RowKey("Feature", 5)), List.copyOf(renamed.touched()));
    }

    @Test
    void withoutAMarkNobodyKnowsWhatChangedSince() {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> SEED.changesSince(SEED));
        assertEquals("the world has no mark since which rows could have been touched", refusal.getMessage());
    }

    @Test
    void anotherWorldIsTheSeedOfWhatDiffersFromIt() {
        World other = SEED.remove(WEST).put(row("Region", 3, "name", "East")).asSeed();
        World as = SEED.asChangeOf(other);
        assertEquals(Rows.told(SEED), Rows.told(as));
        assertEquals(List.of(2L, 3L), as.changes().stream().map(RowChange::id).toList());
        assertEquals(List.of(), SEED.asChangeOf(SEED).changes());
        assertEquals(4, as.put(row("Region", 3)).nextId(NORTH.resource()));
    }

    @Test
    void writesAreCountedByRecord() {
        assertEquals(0, SEED.written());
        World linked = SEED.put(with(SEED.get("Feature", 5).orElseThrow(), "parentId", 1L));
        assertEquals(2, linked.written());
        assertEquals(3, linked.put(NORTH).put(NORTH).written());
        assertEquals(0, linked.asSeed().written());
    }

    @Test
    void aWorldWithoutWritesIsItsOwnSeed() {
        assertSame(SEED, SEED.asSeed());
        assertNotSame(SEED, SEED.put(NORTH).asSeed());
        World marked = SEED.marked();
        assertSame(marked, marked.marked());
    }

    @Test
    void eachWorldHasItsOwnMoment() {
        assertSame(SEED.moment(), SEED.moment());
        assertNotSame(SEED.moment(), SEED.put(NORTH).moment());
        assertNotSame(null, SEED.moment());
    }

    @Test
    void whatAComputedFieldShouldHoldIsToldOfAnyRow() {
        Row epic = row("Epic", 1, "featureIds", List.of(77L));
        World linked = SEED.put(with(SEED.get("Feature", 5).orElseThrow(), "parentId", 1L));
        assertEquals(List.of(5L), linked.computed(epic, epic.resource().field("featureIds")));
    }

    @Test
    void whatMayNameOneOfSeveralKindsNamesTheFirstThatIsThere() {
        World world = Rows.seed(
                row("Epic", 1),
                row("Capability", 1),
                row("Capability", 2),
                row("Feature", 11, "parentId", 1L),
                row("Feature", 12, "parentId", 2L),
                row("Risk", 21, "relatedItemId", 1L, "riskType", 2L),
                row("Risk", 22, "relatedItemId", 1L, "riskType", 3L));
        assertEquals(List.of(11L), naming(world, row("Epic", 1), "Feature", "parentId"));
        assertEquals(List.of(), naming(world, row("Capability", 1), "Feature", "parentId"));
        assertEquals(List.of(12L), naming(world, row("Capability", 2), "Feature", "parentId"));
        assertEquals(List.of(21L), naming(world, row("Epic", 1), "Risk", "relatedItemId"));
        assertEquals(List.of(22L), naming(world, row("Feature", 1), "Risk", "relatedItemId"));
        assertEquals(List.of(), naming(world, row("Theme", 1), "Risk", "relatedItemId"));
    }

    private static List<Long> naming(World world, Row row, String resource, String field) {
        return world.naming(row, resource, field).stream().map(Row::id).toList();
    }

    @Test
    void fieldsOfAChangeAreThoseThatDifferAndAllOfWhatCameOrWent() {
        World world =
                SEED.put(with(NORTH, "name", "n", "code", "c")).remove(WEST).put(row("Region", 3));
        List<List<String>> fields = world.changes().stream()
                .map(change -> change.fields().stream().map(Field::name).toList())
                .toList();
        List<String> all = NORTH.resource().fields().stream().map(Field::name).toList();
        assertEquals(List.of(List.of("name", "code"), all, all), fields);
    }

    @Test
    void aChangeWithoutPrintedFormsIsTheSameChange() {
        List<RowChange> changes = SEED.put(with(NORTH, "name", "n"))
                .remove(WEST)
                .put(row("Region", 3))
                .changes();
        changes.forEach(change -> assertEquals(change, change.unprinted()));
        byte[] printed = RowPrinter.stored(changes.get(0).after().orElseThrow());
        Row kept = changes.get(0).unprinted().after().orElseThrow();
        assertNotSame(changes.get(0).after().orElseThrow(), kept);
        assertEquals(new String(printed), new String(RowPrinter.stored(kept)));
    }

    @Test
    void aWorldOfSomeResourcesHasEmptyTablesOfTheOthers() {
        World restored = World.restored(Rows.CATALOGUE, Map.of("Region", List.of(NORTH)), Map.of("Epic", 4L));
        assertEquals(1, restored.table("Region").size());
        assertEquals(0, restored.table("Epic").size());
        assertEquals(Map.of("Epic", 4L, "Region", 1L), restored.lastIds());
        assertEquals(5, restored.nextId(Rows.CATALOGUE.resource("Epic")));
    }
}
