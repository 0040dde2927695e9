package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No filter, however deep or long, may exhaust the stack or run away (rule EMUL-17). */
@Rule("EMUL-17")
class FilterBoundsTest {
    private static final String TOO_DEEP = "The filter is nested too deeply.";

    @ParameterizedTest(name = "10,000 times {0}, or as often as fits")
    @CsvSource(
            delimiter = '|',
            value = {
                "( | id eq 1 | )",
                "'not ' | isActive | ''",
                "not( | isActive | )",
                "f( | title | )",
            })
    void nestingTenThousandDeepIsRefused(String before, String middle, String after) {
        int fitting = (Filter.MAXIMUM_LENGTH - middle.length()) / (before.length() + after.length());
        assertEquals(TOO_DEEP, refusal(nested(Math.min(fitting, 10_000), before, middle, after)));
        assertThrows(QueryException.class, () -> parse(nested(10_000, before, middle, after)));
    }

    @Test
    void openParenthesesWithoutEndAreRefused() {
        assertEquals(TOO_DEEP, refusal("(".repeat(Filter.MAXIMUM_LENGTH)));
    }

    @Test
    void nestingOfLambdasIsBounded() {
        String filter = IntStream.range(0, 500)
                .mapToObj(i -> "teams/any(t" + i + ": ")
                .collect(Collectors.joining("", "", "id eq 1" + ")".repeat(500)));
        assertEquals(TOO_DEEP, refusal(filter));
    }

    @Test
    void nestingOfTwoHundredLevelsIsTheLastThatWorks() {
        assertTrue(parse(nested(200, "(", "id eq 1", ")")).test(record(1)));
        assertEquals(TOO_DEEP, refusal(nested(201, "(", "id eq 1", ")")));
        assertFalse(parse("not ".repeat(199) + "(id eq 1)").test(record(1)));
        assertEquals(TOO_DEEP, refusal("not ".repeat(200) + "(id eq 1)"));
        assertTrue(parse(nested(200, "tolower(", "title", ")") + " eq 'a'").test(Map.of("title", "A")));
    }

    @Test
    void depthIsCountedAlongOnePathNotInAll() {
        String group = nested(150, "(", "id eq 1", ")");
        assertTrue(parse(group + " and " + group + " and " + group).test(record(1)));
    }

    @Test
    void filterOfTheMaximumLengthIsReadAndOneCharacterMoreIsRefused() {
        String filter = "id eq 1" + " ".repeat(Filter.MAXIMUM_LENGTH - 7);
        assertTrue(parse(filter).test(record(1)));
        assertEquals("The filter is longer than 32768 characters.", refusal(filter + " "));
    }

    @Test
    void pathAsLongAsTheFilterNeedsNoStack() {
        Shape[] self = new Shape[1];
        Property me = Property.object("a", name -> self[0].property(name), record -> record);
        self[0] = Sample.shape(me, Sample.scalar("id", ValueType.NUMBER));
        Filter filter = Filter.parse("a/".repeat(16_000) + "id eq 1", self[0], DateComparison.DAY);
        assertTrue(filter.test(record(1)));
    }

    @ParameterizedTest(name = "{0} terms with {1}")
    @CsvSource({"120, id eq %d", "2000, id eq %d", "120, id ne 0 and id eq %d", "2000, id ge %d", "120, not (id ne %d)"
    })
    void longChainsOfOrWork(int terms, String term) {
        Filter filter = parse(chain(terms, term, " or "));
        assertTrue(filter.test(record(terms)));
        assertFalse(filter.test(record(0)));
    }

    @Test
    void chainOfFiveThousandTermsWorks() {
        String filter = chain(5_000, "a", " or ") + " or id";
        Shape shape = Sample.shape(Sample.scalar("a", ValueType.BOOLEAN), Sample.scalar("id", ValueType.BOOLEAN));
        Filter parsed = Filter.parse(filter, shape, DateComparison.DAY);
        assertTrue(parsed.test(Map.of("a", false, "id", true)));
        assertFalse(parsed.test(Map.of("a", false, "id", false)));
        Filter all = Filter.parse(filter.replace(" or ", " and "), shape, DateComparison.DAY);
        assertTrue(all.test(Map.of("a", true, "id", true)));
        assertFalse(all.test(Map.of("a", true, "id", false)));
    }

    private static String nested(int times, String before, String middle, String after) {
        return before.repeat(times) + middle + after.repeat(times);
    }

    private static String chain(int terms, String term, String word) {
        return IntStream.rangeClosed(1, terms).mapToObj(i -> term.formatted(i)).collect(Collectors.joining(word));
    }

    private static Map<String, Object> record(long id) {
        return Map.of("id", id);
    }

    private static Filter parse(String filter) {
        return Filter.parse(filter, Sample.SHAPE, DateComparison.DAY);
    }

    private static String refusal(String filter) {
        return assertThrows(QueryException.class, () -> parse(filter)).reason();
    }
}
