package io.alignemulator.world.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Rows in another order: sorted once, brought up to date after writes, and always what sorting them anew would give. */
class OrderingsTest {

    private record Named(long id, String name) {}

    /** How often the keys of a row were taken. */
    private int taken;

    private final Order<Named> byName = order("name");

    private Order<Named> order(String name) {
        return new Order<>(
                name,
                row -> {
                    taken++;
                    return new Object[] {row.name()};
                },
                Comparator.comparing(keys -> (String) keys[0]),
                Named::id);
    }

    @Property(tries = 200)
    void isWhatSortingAnewGives(@ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> writes) {
        TreeMap<Long, Named> rows = new TreeMap<>();
        Orderings<Named> orderings = Orderings.none();
        for (int write : writes) {
            long id = write / 10;
            Named now = write % 10 == 9 ? null : new Named(id, "n" + write % 10 / 3);
            rows.remove(id);
            if (now != null) {
                rows.put(id, now);
            }
            orderings = orderings.after(id, now);
            if (write % 2 == 0) {
                List<Named> sorted = new ArrayList<>(rows.values());
                sorted.sort(Comparator.comparing(Named::name).thenComparing(Named::id));
                assertEquals(sorted, orderings.rows(byName, rows.values()));
                assertTrue(orderings.areTrue(rows.values()));
            }
        }
    }

    @Test
    void anOrderIsMadeOnce() {
        List<Named> rows = named(100);
        Orderings<Named> orderings = Orderings.none();
        List<Named> sorted = orderings.rows(byName, rows);
        assertEquals(100, taken);
        assertSame(sorted, orderings.rows(byName, rows));
        assertEquals(100, taken);
    }

    @Test
    void aWriteCostsAFewComparisonsAndNoSort() {
        List<Named> rows = new ArrayList<>(named(1_000));
        Orderings<Named> orderings = Orderings.none();
        orderings.rows(byName, rows);
        taken = 0;
        Named now = new Named(500, "n9");
        rows.set(500, now);
        assertTrue(orderings.after(500, now).rows(byName, rows).contains(now));
        assertTrue(taken < 20, taken + " keys");
    }

    @Test
    void rowsThatTieComeByAscendingIdHoweverTheyWereGiven() {
        List<Named> rows = List.of(new Named(3, "b"), new Named(2, "a"), new Named(1, "b"));
        List<Named> sorted = Orderings.<Named>none().rows(byName, rows);
        assertEquals(List.of(2L, 1L, 3L), sorted.stream().map(Named::id).toList());
    }

    @Test
    void eightOrdersAreRemembered() {
        List<Named> rows = named(10);
        Orderings<Named> orderings = Orderings.none();
        IntStream.range(0, 9).forEach(i -> orderings.rows(order("order " + i), rows));
        taken = 0;
        IntStream.range(1, 9).forEach(i -> orderings.rows(order("order " + i), rows));
        assertEquals(0, taken);
        orderings.rows(order("order 0"), rows);
        assertEquals(10, taken);
    }

    @Test
    void anOrderOfOtherRowsIsNotTrue() {
        Orderings<Named> orderings = Orderings.none();
        orderings.rows(byName, named(3));
        assertTrue(orderings.areTrue(named(3)));
        assertFalse(orderings.areTrue(named(4)));
    }

    private static List<Named> named(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Named(i, "n" + i * 7 % 10))
                .toList();
    }
}
