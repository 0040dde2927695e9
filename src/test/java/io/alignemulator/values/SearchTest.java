package io.alignemulator.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** Texts that repeat themselves are found where they are. */
@Rule("EMUL-28")
class SearchTest {

    @Property
    void aTextIsFoundWhereItStandsFirst(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 40) String text,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 6) String part) {
        assertEquals(text.indexOf(part), Search.indexOf(text, part));
    }

    /** So long that the search gives up going back to where it began. */
    @Property(tries = 200)
    void soIsOneThatRepeatsItself(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(min = 1, max = 5) String unit,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 5) String end,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 5) String behind) {
        String part = unit.repeat(100) + end;
        String text = unit.repeat(150) + behind + part + unit.repeat(20);
        assertEquals(text.indexOf(part), Search.indexOf(text, part));
        assertEquals(text.indexOf(part + "b"), Search.indexOf(text, part + "b"));
        assertEquals(-1, Search.indexOf(text, part + "c"));
    }
}
