package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No filter, however deep or long, may exhaust the stack or run away (rules EMUL-17 and FILT-10). */
@Rule({"EMUL-17", "FILT-10"})
class FilterBoundsTest {
    private static final String TOO_DEEP = "Recursion depth exceeded allowed limit.";

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
    void fiveLambdasWithinEachOtherAreTheLastThatWork() {
        assertTrue(parse(lambdas(5)).test(Map.of("releaseIds", List.of(1L, 2L), "id", 1L)));
        assertEquals(TOO_DEEP, refusal(lambdas(6)));
        assertTrue(parse(lambdas(5) + " and " + lambdas(5)).test(Map.of("releaseIds", List.of(1L), "id", 1L)));
    }

    private static String lambdas(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> "releaseIds/any(r" + i + ": ")
                .collect(Collectors.joining("", "", "id eq 1" + ")".repeat(times)));
    }

    @Test
    void ninetyNineParenthesesAreTheLastThatWork() {
        assertTrue(parse(nested(99, "(", "id eq 1", ")")).test(record(1)));
        assertEquals(TOO_DEEP, refusal(nested(100, "(", "id eq 1", ")")));
        assertTrue(parse(nested(99, "tolower(", "title", ")") + " eq 'a'").test(Map.of("title", "A")));
        assertEquals(TOO_DEEP, refusal(nested(100, "tolower(", "title", ")") + " eq 'a'"));
    }

    @Test
    void unaryOperatorsNestDeeper() {
        assertFalse(parse("not ".repeat(701) + "(id eq 1)").test(record(1)));
        assertEquals(TOO_DEEP, refusal("not ".repeat(800) + "(id eq 1)"));
        assertTrue(parse("-".repeat(700) + "id eq 1").test(record(1)));
        assertEquals(TOO_DEEP, refusal("-".repeat(10_000) + "id eq 1"));
    }

    @ParameterizedTest(name = "{0}{1}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "id eq 1| eq true|",
                "id eq 1| ne false|",
                "id| add 1| gt 0",
                "id| mul 1 add 1| gt 0",
                "id| sub -1| gt 0"
            })
    void aChainOfOperatorsIsBoundedLikeTheTreeThatItMakes(String start, String link, @Nullable String end) {
        String rest = end == null ? "" : end;
        assertTrue(parse(start + link.repeat(300) + rest).test(record(1)));
        assertEquals(TOO_DEEP, refusal(start + link.repeat(1_500) + rest));
    }

    @ParameterizedTest(name = "{0} and {1} comparisons")
    @CsvSource(
            delimiter = '|',
            value = {
                "id eq 1 | 799",
                "(id eq 1) | 799",
                "(id eq 1 and id eq 1) | 798",
                "(id eq 1 or id eq 1) | 798",
                "(not (id ne 1)) | 798",
                "(-id eq -1) | 798",
                "(id add id eq 2) | 798",
                "(length(title) eq 1) | 798",
                "releaseIds/any(r: r eq 1) | 798",
                "(not releaseIds/any(r: length(concat(title,title)) eq r)) | 795"
            })
    void eightHundredOperatorsAboveEachOtherAreTheLastThatWork(String start, int links) {
        Map<String, Object> record = Map.of("id", 1L, "title", "x", "releaseIds", List.of(1L));
        assertTrue(parse(start + " eq true".repeat(links)).test(record));
        assertEquals(TOO_DEEP, refusal(start + " eq true".repeat(links + 1)));
    }

    @Test
    void parenthesesDoNotHideTheHeightOfATree() {
        String filter = "id eq 1";
        for (int i = 0; i < 50; i++) {
            filter = "(" + filter + ")" + " eq true".repeat(40);
        }
        assertEquals(TOO_DEEP, refusal(filter));
    }

    @Test
    void tenThousandAlternativesAreAnsweredOrRefusedByTheirLength() {
        assertTrue(parse(chain(4_000, "id eq %d", " or ").substring(0, 32_000).replaceAll(" or [^o]*$", ""))
                .test(record(7)));
        assertEquals("The filter is longer than 32768 characters.", refusal(chain(10_000, "id eq %d", " or ")));
        assertEquals(
                "The filter is longer than 32768 characters.",
                refusal("contains(title,'" + "x".repeat(100_000) + "')"));
    }

    @Test
    void textsThatGrowAreBounded() {
        String doubled = nested(14, "concat(", "title", ",title)");
        assertFalse(parse(doubled + " eq 'x'").test(Map.of("title", "x".repeat(2_000_000))));
        String wider = "replace(title,'x','" + "x".repeat(2_000) + "') eq 'x'";
        Filter filter = Filter.parse(wider, Sample.SHAPE, Sample.everyFunction());
        assertFalse(filter.test(Map.of("title", "x".repeat(2_000_000))));
    }

    @ParameterizedTest(name = "{0} letters: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "3999999 | length(concat(title,'x')) eq 4000000",
                "4000000 | length(concat(title,'x')) eq 4000000",
                "2000000 | length(replace(title,'x','yy')) eq 2000000",
                "1333333 | startswith(replace(title,'x','yy'),'yy')",
                "1333334 | startswith(replace(title,'x','yy'),'xx')",
                "1000000 | startswith(replace(title,'xx','yy'),'yy')",
                "2000000 | startswith(replace(title,'xx','yy'),'yy')",
                "2000001 | startswith(replace(title,'x','y'),'x')",
                "10      | replace(title,'','y') eq 'xxxxxxxxxx'",
            })
    void aTextThatCouldGrowBeyondFourMillionLettersStaysAsItIs(int letters, String filter) {
        Filter parsed = Filter.parse(filter, Sample.SHAPE, Sample.everyFunction());
        assertTrue(parsed.test(Map.of("title", "x".repeat(letters))));
    }

    @Test
    void depthIsCountedAlongOnePathNotInAll() {
        String group = nested(90, "(", "id eq 1", ")");
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
        EntityType[] self = new EntityType[1];
        Property me = Property.object("a", name -> self[0].property(name), record -> record);
        self[0] = Sample.shape(me, Sample.scalar("id", ValueType.INTEGER));
        Filter filter = Filter.parse("a/".repeat(16_000) + "id eq 1", self[0], Sample.DIALECT);
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
        EntityType shape = Sample.shape(Sample.scalar("a", ValueType.BOOLEAN), Sample.scalar("id", ValueType.BOOLEAN));
        Filter parsed = Filter.parse(filter, shape, Sample.DIALECT);
        assertTrue(parsed.test(Map.of("a", false, "id", true)));
        assertFalse(parsed.test(Map.of("a", false, "id", false)));
        Filter all = Filter.parse(filter.replace(" or ", " and "), shape, Sample.DIALECT);
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
        return Filter.parse(filter, Sample.SHAPE, Sample.DIALECT);
    }

    private static String refusal(String filter) {
        return assertThrows(QueryException.class, () -> parse(filter)).reason();
    }
}
