package io.alignemulator.world.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Ids of several lookups, each once and in their order, read as they are asked for. */
class MergedIdsTest {

    @Property(tries = 200)
    void areThoseOfAllSequencesEachOnce(
            @ForAll @Size(max = 4) List<@Size(max = 6) List<@IntRange(max = 9) Integer>> of) {
        List<TreeSet<Long>> sequences = of.stream()
                .map(each -> new TreeSet<>(each.stream().map(Integer::longValue).toList()))
                .toList();
        TreeSet<Long> all = new TreeSet<>();
        sequences.forEach(all::addAll);
        List<Long> merged = new ArrayList<>();
        new MergedIds(sequences).forEachRemaining(merged::add);
        assertEquals(List.copyOf(all), merged);
    }

    @Test
    void behindTheLastIdIsNone() {
        MergedIds ids = new MergedIds(List.of(List.of(1L), List.of()));
        assertTrue(ids.hasNext());
        assertEquals(1L, ids.next());
        assertFalse(ids.hasNext());
        assertThrows(NoSuchElementException.class, ids::next);
    }

    @Test
    void noMoreIdsAreReadThanAreAskedFor() {
        List<Long> read = new ArrayList<>();
        Iterable<Long> counted =
                new Mapped<>(() -> LongStream.range(0, 100).boxed().iterator(), id -> {
                    read.add(id);
                    return id;
                });
        MergedIds ids = new MergedIds(List.of(counted));
        IntStream.range(0, 3).forEach(i -> ids.next());
        assertEquals(List.of(0L, 1L, 2L, 3L), read);
    }
}
