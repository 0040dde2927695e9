package io.alignemulator.world.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows by their ids, there at once or made when somebody first asks for one. */
class RowsByIdTest {

    private static final List<Long> IDS = List.of(7L, 3L, 5L);

    private int unpacked;

    @Test
    void rowsComeByAscendingIdWhateverTheirOrderWas() {
        RowsById<Long> rows = RowsById.of(IDS, Long::longValue);
        assertEquals(List.of(3L, 5L, 7L), all(rows));
        assertEquals(3, rows.size());
        assertEquals(5L, rows.get(5));
        assertNull(rows.get(4));
    }

    @Test
    void rowsAreMadeOnceAndNotBeforeSomebodyAsksForOne() {
        RowsById<Long> rows = RowsById.later(3, this::unpack, Long::longValue);
        assertEquals(3, rows.size());
        assertEquals(0, unpacked);
        assertEquals(7L, rows.get(7));
        assertEquals(List.of(3L, 5L, 7L), all(rows));
        assertSame(rows.map(), rows.map());
        assertEquals(1, unpacked);
    }

    private List<Long> unpack() {
        unpacked++;
        return IDS;
    }

    private static List<Long> all(RowsById<Long> rows) {
        List<Long> all = new ArrayList<>();
        rows.forEach(all::add);
        return all;
    }
}
