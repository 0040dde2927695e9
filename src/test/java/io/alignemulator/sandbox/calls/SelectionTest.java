package io.alignemulator.sandbox.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.protocol.calls.CallMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers of calls are chosen. */
class SelectionTest {

    private static final long ANY = Long.MAX_VALUE;

    private static List<Long> chosen(Selection selection, int calls) {
        List<Long> chosen = new ArrayList<>();
        for (long number = 1; number <= calls; number++) {
            if (selection.chooses(number, chosen.size())) {
                chosen.add(number);
            }
        }
        return chosen;
    }

    @Test
    void everyCallIsChosenUnlessToldOtherwise() {
        assertEquals(LongStream.rangeClosed(1, 50).boxed().toList(), chosen(Selection.EVERY, 50));
    }

    @Test
    void theNthCallIsTheOnlyOne() {
        assertEquals(List.of(1L), chosen(Selection.of(CallMatcher.ANY.nth(1)), 50));
        assertEquals(List.of(7L), chosen(Selection.of(CallMatcher.ANY.nth(7)), 50));
        assertEquals(List.of(), chosen(Selection.of(CallMatcher.ANY.nth(51)), 50));
    }

    @Test
    void fromTheNthCallOnAtMostSoManyTimes() {
        assertEquals(List.of(48L, 49L, 50L), chosen(new Selection(0, 48, ANY, 1, 1), 50));
        assertEquals(List.of(3L, 4L), chosen(new Selection(0, 3, 2, 1, 1), 50));
        assertEquals(List.of(1L), chosen(new Selection(0, 1, 1, 1, 1), 50));
        assertEquals(List.of(4L), chosen(new Selection(4, 3, 1, 1, 1), 50));
        assertEquals(List.of(), chosen(new Selection(2, 3, ANY, 1, 1), 50));
    }

    @Test
    void aSeedChoosesTheseNumbersForEver() {
        assertEquals(List.of(17L, 25L, 30L, 49L), chosen(new Selection(0, 1, ANY, 0.1, 1), 60));
        assertEquals(List.of(13L, 28L, 34L, 59L), chosen(new Selection(0, 1, ANY, 0.1, 2), 60));
    }

    @Test
    void timesAndFromApplyToWhatTheSeedChooses() {
        List<Long> all = chosen(new Selection(0, 1, ANY, 0.1, 1), 1000);
        assertEquals(all.subList(0, 3), chosen(new Selection(0, 1, 3, 0.1, 1), 1000));
        long third = all.get(2);
        assertEquals(all.subList(2, 4), chosen(new Selection(0, third, 2, 0.1, 1), 1000));
        assertEquals(List.of(third), chosen(new Selection(third, 1, ANY, 0.1, 1), 1000));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1", "0.5, 2", "0.1, 1", "0.9, -1", "0.01, 0", "0.25, 9223372036854775807"})
    void asManyAreChosenAsTheProbabilitySays(double probability, long seed) {
        int calls = 100_000;
        double expected = calls * probability;
        double deviation = Math.sqrt(expected * (1 - probability));
        int found = chosen(new Selection(0, 1, ANY, probability, seed), calls).size();
        assertTrue(Math.abs(found - expected) < 4 * deviation, () -> found + " of " + calls);
    }

    @Test
    void neighbouringSeedsChooseIndependently() {
        List<Long> one = chosen(new Selection(0, 1, ANY, 0.5, 1), 10_000);
        List<Long> two = chosen(new Selection(0, 1, ANY, 0.5, 2), 10_000);
        List<Long> both = new ArrayList<>(one);
        both.retainAll(new HashSet<>(two));
        assertNotEquals(one, two);
        assertTrue(Math.abs(both.size() - 2_500) < 200, () -> both.size() + " in common");
    }

    @Test
    void aSeedThatDecidesNothingIsTheDefault() {
        assertEquals(Selection.EVERY, new Selection(0, 1, ANY, 1, 99));
    }

    @Test
    void valuesOutOfRangeMakeNoSelection() {
        assertThrows(IllegalArgumentException.class, () -> new Selection(-1, 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Selection(0, 0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Selection(0, 1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Selection(0, 1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Selection(0, 1, 1, 1.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Selection(0, 1, 1, Double.NaN, 1));
    }
}
