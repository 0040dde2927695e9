package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.rules.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules FILT, one by one; the cases are tables beside this class. */
@Rule({"FILT-01", "FILT-02", "FILT-03", "FILT-04", "FILT-05", "FILT-12", "FILT-14", "FILT-15"})
class FilterTest {
    @ParameterizedTest(name = "{1} finds [{0}]")
    @MethodSource("filters")
    void filterFindsTheRecordsThatSatisfyIt(String ids, String filter) {
        assertEquals(ids, Sample.matches(filter, DateComparison.DAY));
    }

    @ParameterizedTest(name = "{1} finds [{0}]")
    @MethodSource("instants")
    void datesCompareAsInstantsWhenToldSo(String ids, String filter) {
        assertEquals(ids, Sample.matches(filter, DateComparison.INSTANT));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("rejections")
    void whatIsNoFilterIsRefusedWithItsReason(String reason, String filter) {
        QueryException refusal =
                assertThrows(QueryException.class, () -> Filter.parse(filter, Sample.SHAPE, DateComparison.DAY));
        assertEquals(reason, refusal.reason());
        assertEquals(0, refusal.getStackTrace().length);
    }

    static Stream<Arguments> filters() {
        return Table.read("filters.txt");
    }

    static Stream<Arguments> instants() {
        return Table.read("instants.txt");
    }

    static Stream<Arguments> rejections() {
        return Table.read("rejections.txt");
    }
}
