package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.query.parse.Grammar;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.rules.Rule;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules FILT, one by one; the cases are tables beside this class. */
@Rule({"FILT-01", "FILT-02", "FILT-03", "FILT-04", "FILT-05", "FILT-06", "FILT-07", "FILT-08", "FILT-09", "FILT-11"})
class FilterTest {
    @ParameterizedTest(name = "{1} finds [{0}]")
    @MethodSource("filters")
    void filterFindsTheRecordsThatSatisfyIt(String ids, String filter) {
        assertEquals(ids, Sample.matches(filter, Sample.DIALECT));
    }

    @ParameterizedTest(name = "{1} finds [{0}]")
    @MethodSource("instants")
    void datesCompareAsInstantsWhenToldSo(String ids, String filter) {
        assertEquals(ids, Sample.matches(filter, Sample.dialect(DateComparison.INSTANT, NullComparison.SQL)));
    }

    @ParameterizedTest(name = "{1} finds [{0}]")
    @MethodSource("memory")
    void nullIsUnknownWhenToldSo(String ids, String filter) {
        assertEquals(ids, Sample.matches(filter, Sample.dialect(DateComparison.DAY, NullComparison.MEMORY)));
    }

    @ParameterizedTest(name = "{1} finds [{0}]")
    @MethodSource("in")
    void theOperatorInMayBeAccepted(String ids, String filter) {
        assertEquals(ids, Sample.matches(filter, accepting(true)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("rejections")
    void whatIsNoFilterIsRefusedInTheWordsOfTheFramework(String reason, String filter) {
        QueryException refusal = refusal(filter, Sample.DIALECT);
        assertEquals(reason, refusal.reason());
        assertEquals(0, refusal.getStackTrace().length);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id in 1           | An unexpected 'PrimitiveValue' node was found when reading from the JSON reader. A 'StartArray' node was expected.",
                "id in (1,)        | Invalid JSON. An unexpected comma was found in scope 'Array'. A comma is only valid between properties of an object or between elements of an array.",
                "title in (true)   | String item should be single/double quoted: 't'.",
                "id in ('x')       | Cannot convert the literal 'x' to the expected type 'Edm.Int32'.",
                "id in (2024-07-01)| A binary operator with incompatible types was detected. Found operand types 'Edm.Int32' and 'Edm.Date' for operator kind 'Equal'.",
                "releaseIds in (1) | The left operand for the IN operation must be a single value.",
                "id in title       | The right operand for the IN operation must be a collection value.",
            })
    void aListThatIsNoneIsRefused(String filter, String reason) {
        assertEquals(reason, refusal(filter, accepting(true)).reason());
    }

    @Test
    void aBareNumberBesideATextIsRefusedWhenToldSo() {
        assertEquals(
                "A binary operator with incompatible types was detected. Found operand types 'Edm.String' and 'Edm.Int32' for operator kind 'Equal'.",
                refusal("createdBy eq 1159", accepting(false)).reason());
        assertEquals(
                "String item should be single/double quoted: '1'.",
                refusal("createdBy in (1159)", accepting(false)).reason());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "titel eq 'x'        | Did you mean 'title'?",
                "owner/emial eq 'x'  | Did you mean 'email'?",
                "qwertyuiop eq 1     | ''",
                "id in (1)           | The operator in is not taken here; the setting in-operator accepts it.",
            })
    void whatMayHelpIsToldBesideTheSentence(String filter, String hint) {
        assertEquals(hint, refusal(filter, Sample.DIALECT).hint());
    }

    @Test
    void functionsAreNamedToWhoeverAsksForAnother() {
        assertTrue(refusal("contain(title,'x')", Sample.DIALECT)
                .hint()
                .startsWith("Did you mean 'contains'? Functions are"));
        assertTrue(
                refusal("regexp(title,'x')", Sample.DIALECT).hint().startsWith("Functions are contains, startswith"));
        assertTrue(
                refusal("replace(title,'a','b') eq 'x'", Sample.DIALECT).hint().contains("contains"));
    }

    @Test
    void whatIsRefusedIsNotNamedAmongTheFunctions() {
        assertFalse(refusal("contain(title,'x')", Sample.DIALECT).hint().contains("replace"));
    }

    @Test
    void aLongOptionIsToldByItsBeginning() {
        String fits = "id eq 1)" + " ".repeat(1_992);
        assertTrue(refusal(fits, Sample.DIALECT).reason().endsWith("in '" + fits + "'."));
        String shortened = fits.substring(0, 1_997) + "...";
        assertTrue(refusal(fits + " ", Sample.DIALECT).reason().endsWith("in '" + shortened + "'."));
    }

    @Test
    void withoutASettingNowIsTheBeginningOfTime() {
        assertEquals("1 2 3 4", Sample.matches("now() eq 1970-01-01T00:00:00Z", QueryDialect.DEFAULT));
    }

    @Test
    void aShapeWithoutANameIsARecord() {
        QueryException refusal = assertThrows(
                QueryException.class, () -> Filter.parse("a eq 1", name -> Optional.empty(), Sample.DIALECT));
        assertEquals("Could not find a property named 'a' on type 'Default.Record'.", refusal.reason());
    }

    @Test
    void whatAFilterReliesOnIsTold() {
        assertEquals(Set.of(), habits("id eq 1 and createDate ge 2024-07-01T00:00:00Z"));
        assertEquals(
                Set.of(), habits("contains(title,'x') and hour(createDate) eq 1 and not (id eq null) and id ne null"));
        assertEquals(Set.of(Habit.TEXT_AND_NUMBER), habits("createdBy eq 1159"));
        for (String filter : List.of("id ne 1", "not (id eq 1)", "not contains(title,'x')")) {
            assertEquals(Set.of(Habit.NULL), habits(filter), filter);
        }
        for (String filter : List.of(
                "id add 1 eq 2",
                "-id eq 1",
                "trim(title) eq 'x'",
                "cast(id,Edm.String) eq '1'",
                "teams/$count eq 1",
                "id eq @p")) {
            assertEquals(Set.of(Habit.FUNCTION), habits(filter), filter);
        }
        assertEquals(Set.of(Habit.IGNORED_TIME), habits("createDate ge 2024-07-01T10:00:00Z"));
        assertEquals(EnumSet.of(Habit.IN, Habit.TEXT_AND_NUMBER), habits("createdBy in (1159)"));
    }

    private static Set<Habit> habits(String filter) {
        return Filter.parse(filter, Sample.SHAPE, accepting(true)).habits();
    }

    private static QueryException refusal(String filter, QueryDialect dialect) {
        return assertThrows(QueryException.class, () -> Filter.parse(filter, Sample.SHAPE, dialect));
    }

    private static QueryDialect accepting(boolean numbersAsText) {
        return new QueryDialect(
                new Grammar(true, false, Grammar.DEPTH),
                DateComparison.DAY,
                NullComparison.SQL,
                numbersAsText,
                false,
                () -> Instant.EPOCH,
                Map.of());
    }

    static Stream<Arguments> filters() {
        return Table.read("filters.txt");
    }

    static Stream<Arguments> instants() {
        return Table.read("instants.txt");
    }

    static Stream<Arguments> memory() {
        return Table.read("memory.txt");
    }

    static Stream<Arguments> in() {
        return Table.read("in.txt");
    }

    static Stream<Arguments> rejections() {
        return Table.read("rejections.txt");
    }
}
