package io.alignemulator.world;

import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A damaged world is told; one made through the front door is whole. */
class IntegrityTest {

    private static final World WHOLE = Rows.seed(
            row("Program", 7, "title", "p"),
            row("Release", 1, "title", "PI"),
            row("Epic", 1, "title", "e", "primaryProgramId", 7L),
            row("Feature", 1, "title", "f", "parentId", 1L),
            row("User", 3, "uid", "ann", "email", "ann@example.com", "regionId", null),
            row("Objective", 3, "name", "o"));

    @Test
    void aWholeWorldHasNoFindings() {
        assertEquals(List.of(), sentences(WHOLE));
    }

    @Test
    void aComputedFieldThatIsNotTrueAndAReferenceToNothingAreFound() {
        Row epic = get("Epic", 1);
        World damaged = WHOLE.store(Rows.with(epic, "featureIds", List.of(9L), "primaryProgramId", 8L));
        assertEquals(
                List.of(
                        "Epic 1 featureIds: holds [9], but [1] follows from the other records",
                        "Epic 1 featureIds: names 9, which is not there",
                        "Epic 1 primaryProgramId: names 8, which is not there"),
                sentences(damaged).stream().sorted().toList());
    }

    @Test
    void aReferenceThatNamesNothingOnPurposeIsWhole() {
        assertEquals(List.of(), sentences(WHOLE.put(row("Feature", 2, "title", "f", "parentId", 0L))));
    }

    @Test
    void valuesThatHaveToBeUniqueAreFoundOnBothRecords() {
        World damaged = WHOLE.store(Rows.with(row("User", 4, "uid", "ANN"), "fullName", null))
                .store(Rows.with(get("User", 3), "uid", "ann"));
        assertEquals(
                List.of("User 3 uid: another record holds ann too", "User 4 uid: another record holds ANN too"),
                sentences(damaged).stream()
                        .filter(each -> each.contains("another record"))
                        .toList());
    }

    @Test
    void aValueThatIsNotAllowedIsFound() {
        World damaged = WHOLE.store(Rows.with(get("Epic", 1), "state", 9L));
        assertEquals(List.of("Epic 1 state: 9 is not one of [1, 2, 3]"), sentences(damaged));
    }

    @Test
    void anIdAheadOfItsSequenceIsFound() {
        World damaged = WHOLE.reseeded(Rows.CATALOGUE.resource("Region"), List.of(row("Region", 1)));
        assertEquals(List.of("Region 1 id: the id is ahead of its sequence"), sentences(damaged));
        assertEquals(List.of(), sentences(damaged.withLastIds(Map.of("Region", 1L))));
    }

    @Test
    void anIndexThatMissesWhatIsThereIsFound() {
        List<Object> ids = new ArrayList<>(List.of(1L));
        World damaged = WHOLE.store(Rows.with(get("Epic", 1), "releaseIds", ids));
        damaged.table("Epic").count("releaseIds", 1L);
        assertEquals(List.of(), sentences(damaged));
        ids.clear();
        assertEquals(List.of("Epic 0 : an index does not find what is there"), sentences(damaged));
    }

    @Test
    void recordsOfTwoCollectionsAreLookedAtOnce() {
        World damaged = WHOLE.store(Rows.with(get("Objective", 3), "portfolioId", 9L));
        assertEquals(List.of("Objective 3 portfolioId: names 9, which is not there"), sentences(damaged));
    }

    private static Row get(String resource, long id) {
        return WHOLE.get(resource, id).orElseThrow();
    }

    private static List<String> sentences(World world) {
        return Integrity.check(world).stream()
                .map(each -> each.resource() + " " + each.id() + " " + each.field() + ": " + each.sentence())
                .toList();
    }
}
