package io.alignemulator.world.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows whose text holds a part, found in one long text. */
class TextsTest {

    private static final int LONGEST = 1 << 26;

    private record Noted(long id, String note) {}

    /** How often a text was taken out of a row. */
    private int taken;

    private final TextSource<Noted> notes = source("note");

    private final List<Noted> rows =
            List.of(new Noted(1, "apple"), new Noted(2, null), new Noted(3, "pear apple"), new Noted(4, "plum"));

    private TextSource<Noted> source(String name) {
        return new TextSource<>(
                name,
                row -> {
                    taken++;
                    return row.note();
                },
                Noted::id);
    }

    @ParameterizedTest
    @CsvSource({"apple, '1,3'", "pp, '1,3'", "p, '1,3,4'", "pear, 3", "plum, 4", "um, 4", "a, '1,3'", "kiwi, ''"})
    void rowsAreFoundByAPartOfTheirText(String part, String ids) {
        assertEquals(ids, ids(Texts.<Noted>none().holding(notes, part, rows, 9)));
    }

    @Test
    void eachRowIsFoundOnceHoweverOftenItHoldsThePart() {
        List<Noted> twice = List.of(new Noted(1, "a a"), new Noted(2, "aaa"));
        assertEquals("1,2", ids(Texts.<Noted>none().holding(notes, "a", twice, 2)));
    }

    @ParameterizedTest
    @CsvSource({"2, '1,3'", "1, none", "0, none"})
    void moreThanWereAskedForAreNone(int most, String ids) {
        assertEquals(ids, ids(Texts.<Noted>none().holding(notes, "apple", rows, most)));
    }

    @Test
    void noPartFindsNothing() {
        assertEquals(Optional.empty(), Texts.<Noted>none().holding(notes, "", rows, 9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_023, 1_024, 1_025, 2_049, 5_000})
    void everyRowOfALargeTableIsFound(int count) {
        List<Noted> many = LongStream.range(0, count)
                .mapToObj(id -> new Noted(id, "<" + id + ">"))
                .toList();
        Texts<Noted> texts = Texts.none();
        for (int id : List.of(0, count / 2, count - 1)) {
            assertEquals("" + id, ids(texts.holding(notes, "<" + id + ">", many, 1)));
        }
    }

    @Test
    void textsAreTakenOnce() {
        Texts<Noted> texts = Texts.none();
        texts.holding(notes, "apple", rows, 9);
        texts.holding(notes, "plum", rows, 9);
        assertEquals(4, taken);
        Texts<Noted> after = texts.after(1, new Noted(1, "kiwi"));
        after.holding(notes, "plum", rows, 9);
        after.holding(notes, "pear", rows, 9);
        assertEquals(4, taken);
    }

    @Test
    void rowsThatWereWrittenSinceAreAmongThoseFoundAndRemovedOnesAreNot() {
        Texts<Noted> texts = Texts.none();
        texts.holding(notes, "apple", rows, 9);
        Texts<Noted> after =
                texts.after(3, null).after(2, new Noted(2, "apple pie")).after(5, new Noted(5, "kiwi"));
        assertEquals("1,2,5", ids(after.holding(notes, "apple", rows, 9)));
        assertEquals("none", ids(after.holding(notes, "apple", rows, 1)));
        assertEquals("1,3", ids(texts.holding(notes, "apple", rows, 9)));
    }

    @Test
    void fourTextsAreRemembered() {
        Texts<Noted> texts = Texts.none();
        IntStream.range(0, 5).forEach(i -> texts.holding(source("text " + i), "apple", rows, 9));
        taken = 0;
        IntStream.range(1, 5).forEach(i -> texts.holding(source("text " + i), "apple", rows, 9));
        assertEquals(0, taken);
        texts.holding(source("text 0"), "apple", rows, 9);
        assertEquals(4, taken);
    }

    @Test
    void aTableWithTooMuchTextIsNotLookedThroughInThisWay() {
        String half = "a".repeat(LONGEST / 2);
        List<Noted> large = List.of(new Noted(1, half), new Noted(2, half));
        assertEquals(Optional.empty(), Texts.<Noted>none().holding(notes, "b", large, 9));
        assertEquals("", ids(Texts.<Noted>none().holding(notes, "b", large.subList(0, 1), 9)));
    }

    private static String ids(Optional<List<Noted>> found) {
        return found.map(list ->
                        String.join(",", list.stream().map(row -> "" + row.id()).toList()))
                .orElse("none");
    }
}
