package io.alignemulator.world.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was made is remembered with the writes since, until there are too many of either. */
class MemoTest {

    private static final int MOST_CHANGES = 1_000;

    private final Memo<String, String> memo = Memo.none(2);

    @Test
    void nothingIsKnownBeforeSomethingWasMade() {
        assertEquals(Optional.empty(), memo.get("a"));
        assertEquals(List.of(), memo.after(1, "row").all());
    }

    @Test
    void whatWasMadeIsOfNowUntilARowIsWritten() {
        memo.put("a", "made");
        assertTrue(memo.get("a").orElseThrow().isOfNow());
        Memo<String, String> after = memo.after(1, "row");
        assertFalse(after.get("a").orElseThrow().isOfNow());
        assertEquals("made", after.get("a").orElseThrow().made());
        assertTrue(memo.get("a").orElseThrow().isOfNow(), "the earlier one stays as it was");
        after.put("a", "made again");
        assertTrue(after.get("a").orElseThrow().isOfNow());
        assertEquals(List.of("made again"), after.all());
    }

    @Test
    void ofTheWritesOfOneRowTheLatestCounts() {
        memo.put("a", "made");
        Memo<String, String> after = memo.after(1, "first")
                .after(2, "kept")
                .after(1, "second")
                .after(3, "gone")
                .after(3, null);
        assertEquals(
                Map.of(1L, Optional.of("second"), 2L, Optional.of("kept"), 3L, Optional.empty()),
                after.get("a").orElseThrow().written());
    }

    @Test
    void theOneThatWasMadeLongestAgoMakesRoom() {
        memo.put("a", "1");
        memo.put("b", "2");
        memo.put("a", "3");
        assertEquals(List.of("2", "3"), memo.all());
        memo.put("c", "4");
        assertEquals(List.of("3", "4"), memo.all());
        Memo<String, String> after = memo.after(1, "row");
        after.put("d", "5");
        assertEquals(List.of("4", "5"), after.all());
    }

    @Test
    void whatNobodyUsedWhileAThousandRowsWereWrittenIsForgotten() {
        memo.put("a", "made");
        Memo<String, String> after = memo;
        for (int i = 0; i < MOST_CHANGES; i++) {
            after = after.after(i, "row");
        }
        assertEquals(MOST_CHANGES, after.get("a").orElseThrow().written().size());
        assertEquals(List.of(), after.after(0, "row").all());
    }
}
