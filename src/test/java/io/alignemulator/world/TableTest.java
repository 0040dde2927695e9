package io.alignemulator.world;

import static io.alignemulator.world.Rows.object;
import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.memo.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table finds by several keys at once, and what it tells of its changes. */
class TableTest {

    private static final Row ANN = user(1, "ann@example.com", 4L, 5L);
    private static final Row BOB = user(2, "bob@example.com", 5L);
    private static final Row EVE = user(3, "eve@example.com");

    private final Table table = Rows.seed(EVE, ANN, BOB).table("User");

    private static Row user(long id, String email, Long... teams) {
        List<Object> memberships = new ArrayList<>();
        for (Long team : teams) {
            memberships.add(object("teamId", team, "roleId", 1L));
        }
        return row("User", id, "email", email, "teams", memberships);
    }

    @Test
    void severalKeysFindTheRowsOfAnyOfThemOnceByAscendingId() {
        assertEquals(List.of(1L, 2L), found(team(5), team(4)));
        assertEquals(List.of(1L, 3L), found(email("EVE@example.com"), team(4)));
        assertEquals(List.of(2L, 3L), found(new IndexKey("id", 3L), new IndexKey("id", 2L)));
        assertEquals(List.of(), found(team(6)));
        assertEquals(List.of(), found());
    }

    @Test
    void anIdThatNoRowHasFindsNothing() {
        assertEquals(List.of(), found(new IndexKey("id", 9L)));
        assertEquals(List.of(), found(new IndexKey("id", "1")));
    }

    @Test
    void rowsThatSeveralKeysFindCountForEach() {
        assertEquals(3, table.countAny(List.of(team(5), team(4))));
        assertEquals(1, table.countAny(List.of(new IndexKey("id", 9L))));
        assertEquals(0, table.countAny(List.of(team(6))));
        assertEquals(0, table.countAny(List.of()));
    }

    private static IndexKey team(long id) {
        return new IndexKey("teams.teamId", id);
    }

    private static IndexKey email(String address) {
        return new IndexKey("email", address);
    }

    private List<Long> found(IndexKey... keys) {
        List<Long> ids = new ArrayList<>();
        table.findAny(List.of(keys)).forEach(row -> ids.add(row.id()));
        return ids;
    }

    @Test
    void idsOfAValueAreThoseOfItsRowsAndStayAsTheyAre() {
        List<Long> ids = table.idsOf("teams.teamId", 5L);
        assertEquals(List.of(1L, 2L), ids);
        assertThrows(UnsupportedOperationException.class, ids::clear);
        assertEquals(List.of(), table.idsOf("teams.teamId", 6L));
    }

    @Test
    void aPathWithoutAnIndexIsNamed() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> table.count("notes", "x"));
        assertEquals("User has no index on notes", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 2, '1,2'", "0, 9, '1,2,3'", "0, 0, ''", "1, 1, 2", "2, 9, 3", "3, 1, ''", "9, 9, ''"})
    void aPageHoldsRowsByAscendingIdBehindThoseThatAreSkipped(long skip, int count, String ids) {
        List<String> page =
                table.page(skip, count).stream().map(row -> "" + row.id()).toList();
        assertEquals(ids, String.join(",", page));
    }

    @Test
    void removingWhatIsNotThereLeavesTheTable() {
        assertSame(table, table.remove(9));
        assertEquals(0, table.remove(9).written());
        assertEquals(1, table.remove(1).written());
    }

    @Test
    void writtenRowsCountAlsoWhenTheyHoldAgainWhatTheyHeld() {
        Table changed = table.put(user(1, "other@example.com")).put(user(4, "new@example.com"));
        Table back = changed.put(table.get(1).orElseThrow()).remove(4);
        assertEquals(2, back.written());
        assertEquals(List.of(), back.changes());
        assertEquals(0, back.asSeed().written());
    }

    @Test
    void aTableWithoutWritesIsItsOwnSeed() {
        assertSame(table, table.asSeed());
        assertNotSame(table, table.put(BOB).asSeed());
    }

    @Test
    void theSameRowsAreTheirDifferencesFromAnotherTable() {
        Row stored = table.get(2).orElseThrow();
        Table other = table.remove(1).put(user(2, "other@example.com")).put(user(4, "new@example.com"));
        Table asChange = table.asChangeOf(other);
        assertEquals(List.of(), asChange.changes(), "the seed is that of the other table, and it is what is there");
        Table later = other.asSeed();
        assertEquals(
                List.of(
                        change(1, null, table.get(1).orElseThrow()),
                        change(2, later.get(2).orElseThrow(), stored),
                        change(4, later.get(4).orElseThrow(), null)),
                table.asChangeOf(later).changes());
        assertEquals(3, table.asChangeOf(later).written());
        assertEquals(0, table.asChangeOf(table).written());
        assertEquals(3, asChange.written(), "what the other table wrote stays written");
    }

    private RowChange change(long id, Row before, Row after) {
        return new RowChange(table.resource(), id, Optional.ofNullable(before), Optional.ofNullable(after));
    }

    @Test
    void anIndexThatMissesARowIsNotTrue() {
        assertTrue(table.holds("email", "eve@example.com"));
        assertTrue(table.indexesAreTrue());
        assertTrue(table.put(user(3, "new@example.com")).indexesAreTrue());
        List<Object> teams = new ArrayList<>(List.of(object("teamId", 4L)));
        Table unsafe = table.put(EVE.with(table.resource().field("teams"), teams));
        assertEquals(2, unsafe.count("teams.teamId", 4L));
        teams.clear();
        assertFalse(unsafe.indexesAreTrue());
    }

    @Test
    void anOrderThatIsNotOfTheRowsIsNotTrue() {
        List<Object> notes = new ArrayList<>();
        Table unsafe = table.put(EVE.with(table.resource().field("notes"), notes));
        Order<Row> longest = new Order<>(
                "longest notes",
                row -> new Object[] {row.get("notes") instanceof List<?> list ? -list.size() : 0},
                Comparator.comparing(keys -> (Integer) keys[0]),
                Row::id);
        unsafe.rows(longest);
        assertTrue(unsafe.indexesAreTrue());
        notes.add("more");
        assertFalse(unsafe.indexesAreTrue());
    }
}
