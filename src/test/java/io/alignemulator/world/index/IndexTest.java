package io.alignemulator.world.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which ids hold a value: made when it is first asked, kept up to date from then on, and the same as one made anew. */
class IndexTest {

    private record Tagged(long id, Object tags) {}

    private static final Index.Source<Tagged> TAGS = new Index.Source<>(
            IndexPath.of(Rows.CATALOGUE.resource("User"), "timeTrackingRoles"), Tagged::tags, Tagged::id);

    private static final Index.Source<Tagged> TEAMS =
            new Index.Source<>(IndexPath.of(Rows.CATALOGUE.resource("User"), "teams.teamId"), Tagged::tags, Tagged::id);

    /** How often all rows were gone through. */
    private int read;

    private final List<Tagged> rows = new ArrayList<>(
            List.of(new Tagged(1, List.of("a", "b")), new Tagged(2, List.of("B")), new Tagged(3, null)));

    private Index<Tagged> index() {
        return Index.of(TAGS, this::counted);
    }

    private java.util.Iterator<Tagged> counted() {
        read++;
        return rows.iterator();
    }

    @Test
    void isMadeOnceAndNotBeforeItIsAsked() {
        Indexes<Tagged> indexes = Indexes.of("User", Map.of("tags", TAGS));
        assertEquals(Set.of("tags"), indexes.paths());
        assertEquals(0, read);
        assertEquals(2, indexes.on("tags", this::counted).count("b"));
        assertEquals(1, indexes.on("tags", this::counted).count("A"));
        assertEquals(0, indexes.on("tags", this::counted).count("c"));
        assertEquals(1, read);
    }

    @Test
    void aWriteMakesNoIndexThatNobodyAskedAndBringsOthersAlong() {
        Tagged now = new Tagged(2, List.of("a"));
        List<Tagged> all = List.of(rows.get(0), now);
        Indexes<Tagged> indexes = Indexes.of("User", Map.of("tags", TAGS));
        Indexes<Tagged> later = indexes.after(rows.get(1), now);
        assertEquals(0, read);
        assertEquals(2, later.on("tags", all).count("a"));
        assertEquals(
                1, indexes.on("tags", this::counted).count("a"), "what the later ones look at is not what these do");
        Indexes<Tagged> changed = indexes.after(rows.get(1), now);
        assertEquals(2, changed.on("tags", this::counted).count("a"));
        assertEquals(1, read, "the one that was made came along");
        assertSame(
                indexes.on("tags", all),
                indexes.after(null, new Tagged(4, null)).on("tags", all),
                "as it is");
    }

    @Test
    void aPathThatHasNoneIsRefused() {
        Indexes<Tagged> indexes = Indexes.of("User", Map.of("tags", TAGS));
        assertThrows(IllegalArgumentException.class, () -> indexes.on("title", rows));
    }

    @Test
    void thoseOfOtherRowsAreNotTrue() {
        Indexes<Tagged> indexes = Indexes.of("User", Map.of("tags", TAGS));
        indexes.on("tags", rows);
        assertTrue(indexes.areTrue(rows));
        assertFalse(indexes.areTrue(List.of(rows.get(0))));
    }

    @Test
    void aWriteChangesTheIdsOfItsOwnValuesAndNothingIsReadAgain() {
        Index<Tagged> index = index();
        assertEquals(2, index.count("b"));
        Index<Tagged> changed = index.replace(rows.get(0), new Tagged(1, List.of("b", "c")));
        assertEquals(List.of(0, 2, 1), counts(changed));
        assertEquals(List.of(1, 2, 0), counts(index));
        assertEquals(List.of(1, 2, 0), counts(index.replace(null, new Tagged(4, null))));
        assertEquals(List.of(1, 1, 1), counts(index.replace(rows.get(1), new Tagged(2, List.of("c")))));
        assertEquals(List.of(0, 1, 0), counts(index.replace(rows.get(0), null)));
        assertEquals(List.of(2, 2, 0), counts(index.replace(null, new Tagged(4, "A"))));
        assertEquals(1, read);
    }

    @Test
    void aWriteThatLeavesTheValuesLeavesTheIndex() {
        Index<Tagged> index = index();
        assertEquals(2, index.count("b"));
        assertSame(index, index.replace(rows.get(0), new Tagged(1, List.of("B", "A"))));
    }

    @Test
    void isTheSameAsOneThatWasMadeAnewAsLongAsTheRowsAre() {
        Index<Tagged> index = index();
        assertTrue(index.sameAs(index()));
        Tagged now = new Tagged(2, List.of("c"));
        Index<Tagged> changed = index.replace(rows.get(1), now);
        assertFalse(changed.sameAs(index()), "another value");
        assertTrue(changed.sameAs(Index.of(TAGS, List.of(rows.get(0), now))));
        assertFalse(changed.sameAs(Index.of(TAGS, List.of(rows.get(0), now, new Tagged(4, "c")))), "another id");
    }

    @Test
    void aKeyOfNestedObjectsIsFoundAndWhatHasNoneIsLeftOut() {
        List<Object> teams = Arrays.asList(Rows.object("teamId", 4L), Rows.object("roleId", 5L), null, 6L);
        Index<Tagged> index = Index.of(TEAMS, List.of(new Tagged(1, teams), new Tagged(2, Rows.object("teamId", 4L))));
        assertEquals(List.of(2, 0, 1), List.of(index.count(4L), index.count(5L), index.count(6L)));
    }

    private static List<Integer> counts(Index<Tagged> index) {
        return List.of(index.count("a"), index.count("b"), index.count("c"));
    }
}
