package io.alignemulator.world;

import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A damaged world is told; one made through the front door is whole. */
class IntegrityTest {

    @Test
    void whatCannotBeTrueIsFound() {
        World whole = Rows.seed(
                row("Epic", 1, "title", "e", "primaryProgramId", 7L), row("Feature", 1, "title", "f", "parentId", 1L));
        List<String> sentences = sentences(whole);
        assertEquals(List.of("Epic 1 primaryProgramId: names 7, which is not there"), sentences);
        Row epic = whole.get("Epic", 1).orElseThrow();
        World damaged = whole.store(epic.with(epic.resource().field("featureIds"), List.of(9L)));
        assertTrue(sentences(damaged).contains("Epic 1 featureIds: holds [9], but [1] follows from the other records"));
        assertTrue(sentences(damaged).contains("Epic 1 featureIds: names 9, which is not there"));
    }

    private static List<String> sentences(World world) {
        return Integrity.check(world).stream()
                .map(each -> each.resource() + " " + each.id() + " " + each.field() + ": " + each.sentence())
                .toList();
    }
}
