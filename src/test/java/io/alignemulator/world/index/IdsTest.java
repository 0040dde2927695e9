package io.alignemulator.world.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lacuna.bifurcan.IntMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void holdWhatASortedSetHoldsWhateverComesAndGoes() {
        Random random = new Random(5);
        for (int bound : new int[] {2, 3, 40}) {
            Ids ids = Ids.NONE;
            TreeSet<Long> same = new TreeSet<>();
            for (int i = 0; i < 2_000; i++) {
                long id = random.nextInt(bound);
                boolean comes = random.nextBoolean();
                ids = comes ? ids.with(id) : ids.without(id);
                if (comes ? same.add(id) : same.remove(id)) {
                    assertEquals(same.size(), ids.size());
                }
                assertEquals(List.copyOf(same), all(ids));
                assertEquals(List.copyOf(same), eachOf(ids));
                assertEquals(same.isEmpty(), ids.isEmpty());
                if (!same.isEmpty()) {
                    assertEquals(same.first(), ids.first());
                }
            }
        }
    }

    @Test
    void areEqualWhateverWayTheyCame() {
        Ids one = Ids.NONE.with(5);
        assertEquals(one, Ids.NONE.with(7).with(5).without(7));
        assertEquals(one.hashCode(), Ids.NONE.with(7).with(5).without(7).hashCode());
        assertEquals(one, Ids.of(new IntMap<Boolean>().put(5, Boolean.TRUE)));
        assertEquals(Ids.NONE, Ids.of(new IntMap<>()));
        assertEquals(Ids.NONE, one.without(5));
        assertEquals(one.with(9).with(1), Ids.NONE.with(1).with(5).with(9));
        assertEquals(one.with(9).hashCode(), Ids.NONE.with(9).with(5).hashCode());
        assertNotEquals(one, Ids.NONE.with(6));
        assertNotEquals(one, one.with(6));
        assertEquals("[5]", one.toString());
    }

    @Test
    void anIdThatIsThereComesNotAgainAndOneThatIsNotThereDoesNotGo() {
        Ids one = Ids.NONE.with(5);
        assertSame(one, one.with(5));
        assertSame(one, one.without(6));
        assertEquals(2, one.with(6).with(6).size());
    }

    @Test
    void ofNoneThereIsNoFirst() {
        assertThrows(IllegalStateException.class, Ids.NONE::first);
    }

    private static List<Long> all(Ids ids) {
        List<Long> all = new ArrayList<>();
        ids.forEach(all::add);
        return all;
    }

    private static List<Long> eachOf(Ids ids) {
        List<Long> all = new ArrayList<>();
        ids.each(all::add);
        return all;
    }
}
