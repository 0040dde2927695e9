package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of the records, in the order of a property, a filter needs to look at. That no match is left out is a law of {@link QueryLawsTest}. */
class RangeTest {
    private static final String EVERYTHING = "everything";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            score gt 1                       | 2.0 7.0
            score gt 7                       | ''
            score ge 1                       | 1.0 1.0 2.0 7.0
            score lt 1                       | -1.0 0.0
            score lt -1                      | ''
            score le 1                       | -1.0 0.0 1.0 1.0
            score eq 1                       | 1.0 1.0
            score eq 5                       | ''
            1 gt score                       | -1.0 0.0
            1 ge score                       | -1.0 0.0 1.0 1.0
            1 lt score                       | 2.0 7.0
            1 le score                       | 1.0 1.0 2.0 7.0
            1 eq score                       | 1.0 1.0
            score le 1 and title eq 'x'      | -1.0 0.0 1.0 1.0
            true and score gt 1              | 2.0 7.0
            not (score gt 1)                 | everything
            score gt 1 or score lt 0         | everything
            score eq 1 or score eq 2         | everything
            score ne 1                       | everything
            1 ne score                       | everything
            score eq null                    | everything
            score gt id                      | everything
            id gt score                      | everything
            5 gt 3                           | everything
            length(title) gt 1               | everything
            1 lt length(title)               | everything
            tolower(title) eq 'x'            | everything
            owner/id gt 1                    | everything
            1 lt owner/id                    | everything
            owner/id eq 1                    | everything
            isActive eq true                 | everything
            isActive                         | everything
            releaseIds/any(r: r gt 1)        | everything
            releaseIds/any(r: r eq 1)        | everything
            releaseIds/$count gt 1           | everything
            true                             | everything
            """)
    void rangeIsNoLargerThanTheComparison(String filter, String scores) {
        assertEquals(scores, within(filter, DateComparison.DAY, "score", null, null, -1.0, 0.0, 1.0, 1.0, 2.0, 7.0));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            title gt 'b'                     | c
            title ge 'b'                     | B b c
            title lt 'B'                     | a
            title eq 'B'                     | B b
            contains(title,'b')              | everything
            """)
    void textsStandInTheOrderWithoutRegardToCase(String filter, String titles) {
        assertEquals(titles, within(filter, DateComparison.DAY, "title", null, "a", "B", "b", "c"));
    }

    @ParameterizedTest(name = "{0}: {1} by the day, {2} by the instant")
    @CsvSource(delimiter = '|', textBlock = """
            createDate eq 2025-06-01                 | 00:00 12:00       | 00:00 12:00
            createDate eq 2025-06-01T12:00:00Z       | 00:00 12:00       | 12:00
            createDate gt 2025-06-01T00:00:00Z       | 18:00             | 12:00 18:00
            createDate le 2025-06-01T00:00:00Z       | 06:00 00:00 12:00 | 06:00 00:00
            createDate lt now()                      | 06:00 00:00       | 06:00 00:00
            now() le createDate                      | 12:00 18:00       | 12:00 18:00
            year(createDate) eq 2025                 | everything        | everything
            date(createDate) gt 2025-06-01           | everything        | everything
            """)
    void aRangeOfTimesFollowsHowTheSiteComparesThem(String filter, String byDay, String byInstant) {
        Object[] times = Stream.of("2025-05-31T06:00", "2025-06-01T00:00", "2025-06-01T12:00", "2025-06-02T18:00")
                .map(time -> Instant.parse(time + ":00Z"))
                .toArray();
        assertEquals(byDay, clocks(within(filter, DateComparison.DAY, "createDate", times)));
        assertEquals(byInstant, clocks(within(filter, DateComparison.INSTANT, "createDate", times)));
    }

    @Test
    void theOrderOfARangeIsThatOfItsPropertyUpwards() {
        Filter filter = Filter.parse("10 gt PROGRAMID", Sample.SHAPE, Sample.DIALECT);
        assertEquals("programId", filter.range().orElseThrow().order().name());
    }

    private static String clocks(String instants) {
        return instants.replaceAll("\\S+T(\\d\\d:\\d\\d):00Z", "$1");
    }

    /** The values of the property, which stand in its order, within the filter's range. */
    private static String within(String filter, DateComparison dates, String name, Object... values) {
        List<Map<String, Object>> records = Arrays.stream(values)
                .map(value -> Collections.singletonMap(name, value))
                .toList();
        return Filter.parse(filter, Sample.SHAPE, Sample.dialect(dates, NullComparison.SQL))
                .range()
                .map(range -> range.of(records).stream()
                        .map(record -> "" + record.get(name))
                        .collect(Collectors.joining(" ")))
                .orElse(EVERYTHING);
    }
}
