package io.alignemulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Resource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a world is: a value that a write leaves as it was, and that knows its seed and its sequences. */
class WorldTest {

    private static final Row SALES = Rows.row("Region", 1, "name", "North");

    @Test
    void anOlderWorldStaysAsItWas() {
        World before = Rows.seed(SALES);
        World after = before.put(Rows.with(SALES, "name", "South"));
        World without = after.remove(SALES);
        assertEquals("North", before.get("Region", 1).orElseThrow().get("name"));
        assertEquals("South", after.get("Region", 1).orElseThrow().get("name"));
        assertEquals(Optional.empty(), without.get("Region", 1));
    }

    @Test
    void changesListWhatDiffersFromTheSeedAndHow() {
        Row added = Rows.row("Region", 7, "name", "East");
        Row gone = Rows.row("Region", 3, "name", "West");
        World world = Rows.seed(SALES, gone)
                .put(added)
                .put(Rows.with(SALES, "name", "South"))
                .remove(gone);
        List<RowChange> changes = world.changes();
        assertEquals(List.of(1L, 3L, 7L), changes.stream().map(RowChange::id).toList());
        assertEquals(
                List.of("name"),
                changes.get(0).fields().stream().map(Field::name).toList());
        assertEquals(
                List.of(true, true, false),
                changes.stream().map(c -> c.before().isPresent()).toList());
        assertEquals(
                List.of(true, false, true),
                changes.stream().map(c -> c.after().isPresent()).toList());
        assertTrue(
                changes.get(2).fields().stream().anyMatch(field -> field.name().equals("name")));
    }

    @Test
    void aChangeAndItsUndoListNothing() {
        World seed = Rows.seed(SALES);
        assertEquals(
                List.of(),
                seed.put(Rows.with(SALES, "name", "South")).put(SALES).changes());
        assertEquals(List.of(), seed.remove(SALES).put(SALES).changes());
        Row passing = Rows.row("Region", 2, "name", "East");
        assertEquals(List.of(), seed.put(passing).remove(passing).changes());
    }

    @Test
    void whatFollowsFromAWriteIsAChangeToo() {
        World world = Rows.seed(Rows.row("Epic", 1), Rows.row("Feature", 2));
        World linked = world.put(Rows.with(world.get("Feature", 2).orElseThrow(), "parentId", 1L));
        assertEquals(
                List.of("Epic", "Feature"),
                linked.changes().stream().map(c -> c.resource().name()).toList());
        assertEquals(
                List.of("featureIds"),
                linked.changes().get(0).fields().stream().map(Field::name).toList());
    }

    @Test
    void aSeedKeepsItsRowsAndForgetsTheChanges() {
        World world = Rows.put(SALES);
        assertEquals(1, world.changes().size());
        assertEquals(List.of(), world.asSeed().changes());
        assertEquals(Rows.told(world), Rows.told(world.asSeed()));
        assertEquals(world.nextId(SALES.resource()), world.asSeed().nextId(SALES.resource()));
        assertEquals(
                List.of(),
                Rows.seed(Rows.row("Feature", 2, "parentId", 1L), Rows.row("Epic", 1))
                        .changes());
    }

    @Test
    @DisplayName("Epics and capabilities share a sequence, features have their own")
    void sharedSequence() {
        World world = Rows.seed(Rows.row("Epic", 10), Rows.row("Capability", 4));
        assertEquals(11, next(world, "Epic"));
        assertEquals(11, next(world, "Capability"));
        assertEquals(1, next(world, "Feature"));
        World more = world.put(Rows.row("Capability", 11));
        assertEquals(12, next(more, "Epic"));
        assertEquals(11, next(world, "Epic"));
    }

    @Test
    void theIdOfARemovedRecordIsNeverHandedOutAgain() {
        Row last = Rows.row("CustomHierarchy", 5);
        World world = Rows.seed(last).remove(last);
        assertEquals(6, next(world, "CustomHierarchy"));
        assertEquals(6, next(world.asSeed(), "CustomHierarchy"));
        Row latest = Rows.row("CustomHierarchy", 6);
        assertEquals(7, next(world.put(latest).remove(latest), "CustomHierarchy"));
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        World world = Rows.seed(SALES);
        World same = world.remove(Rows.row("Region", 99));
        assertEquals(Rows.told(world), Rows.told(same));
        assertEquals(2, next(same, "Region"));
    }

    @Test
    void aSecondCollectionOverTheSameRecordsShowsTheSameTable() {
        World world = Rows.seed(Rows.row("Objective", 3, "name", "Faster"));
        assertEquals(1, world.table("Milestone").size());
        assertEquals(world.table("Objective").get(3), world.get("Milestone", 3));
        assertEquals(4, next(world, "Milestone"));
    }

    @Test
    void onlyIndexedPathsCanBeSearched() {
        Table users = World.empty(Rows.CATALOGUE).table("User");
        assertTrue(users.isIndexed("teams.teamId"));
        assertFalse(users.isIndexed("notes"));
        assertThrows(IllegalArgumentException.class, () -> users.find("notes", "x"));
        assertThrows(IllegalArgumentException.class, () -> World.empty(Rows.CATALOGUE)
                .table("Sprint"));
    }

    @Test
    void whateverMakesARecordVisibleIsIndexed() {
        World world = World.empty(Rows.CATALOGUE);
        for (Resource resource : Rows.CATALOGUE.resources()) {
            Table table = world.table(resource);
            assertFalse(table.isIndexed("id"), "ids need none");
            resource.scope().everyField().stream()
                    .filter(path -> !path.equals("id"))
                    .forEach(path -> assertTrue(table.isIndexed(path), resource.name() + "." + path));
        }
    }

    @Test
    void aReferenceToAUserIsItsUidInAnyCase() {
        World world = Rows.seed(Rows.row("User", 3, "uid", "Legacy.Login"), Rows.row("User", 4));
        Reference owner = reference("Story", "ownerId");
        assertEquals(3, world.resolve(owner, "legacy.LOGIN", null).orElseThrow().id());
        assertEquals(4, world.resolve(owner, "4", null).orElseThrow().id());
        assertEquals(Optional.empty(), world.resolve(owner, "3", null));
        assertEquals(Optional.empty(), world.resolve(owner, 4L, null));
    }

    @Test
    void anotherFieldPicksTheTargetOfARisk() {
        World world = Rows.seed(Rows.row("Epic", 1, "title", "e"), Rows.row("Feature", 1, "title", "f"));
        Reference item = reference("Risk", "relatedItemId");
        assertEquals(
                "e",
                world.resolve(item, 1L, Rows.row("Risk", 1, "riskType", 2L))
                        .orElseThrow()
                        .get("title"));
        assertEquals(
                "f",
                world.resolve(item, 1L, Rows.row("Risk", 1, "riskType", 3L))
                        .orElseThrow()
                        .get("title"));
        assertEquals(Optional.empty(), world.resolve(item, 1L, Rows.row("Risk", 1, "riskType", 4L)));
        assertEquals(Optional.empty(), world.resolve(item, 1L, Rows.row("Risk", 1, "riskType", 77L)));
    }

    @Test
    void aProcessStepIsFoundInsideItsValueStream() {
        World world = Rows.seed(
                Rows.row("ValueStream", 6, "processSteps", List.of(Rows.object("id", 60L), Rows.object("id", 61L))));
        Reference step = reference("Story", "processStepId");
        assertEquals(6, world.resolve(step, 61L, null).orElseThrow().id());
        assertEquals(Optional.empty(), world.resolve(step, 62L, null));
    }

    private static long next(World world, String resource) {
        return world.nextId(Rows.CATALOGUE.resource(resource));
    }

    private static Reference reference(String resource, String field) {
        return Rows.CATALOGUE.resource(resource).field(field).reference().orElseThrow();
    }
}
