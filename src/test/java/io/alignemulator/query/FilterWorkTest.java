package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.query.parse.Grammar;
import io.alignemulator.rules.Rule;
import io.alignemulator.work.TooMuchWork;
import io.alignemulator.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a filter's look at one record counts: the record, each term, each element of a lambda, and a text as one and one for eight of its letters. */
@Rule("EMUL-28")
class FilterWorkTest {
    private static final QueryDialect DIALECT = new QueryDialect(
            new Grammar(true, false, Grammar.DEPTH),
            DateComparison.DAY,
            NullComparison.SQL,
            true,
            false,
            () -> Instant.EPOCH,
            Map.of());

    private static final Map<String, Object> RECORD =
            Map.of("id", 1L, "title", "x".repeat(80), "description", "y".repeat(40), "releaseIds", List.of(1L, 2L, 3L));

    @ParameterizedTest(name = "{0} takes {1} steps")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            true                                | 1
            id eq 1                             | 1
            id eq 1 and id ne 2                 | 3
            id eq 2 or id gt 3 or id eq 5       | 3
            id eq 2 and id gt 3 and id eq 5     | 2
            title eq 'x'                        | 12
            title gt 'xxxxxxxx'                 | 13
            title gt description                | 17
            createdBy gt description            | 1
            contains(title,'y')                 | 12
            contains(createdBy,'y')             | 2
            length(title) gt 5                  | 12
            tolower(title) ne null              | 12
            indexof(title,description) eq 5     | 18
            releaseIds/any(r: r eq 9)           | 4
            releaseIds/any(r: r eq 1)           | 2
            releaseIds/any(r: r eq 9 or r gt 9) | 10
            id in releaseIds                    | 4
            """)
    void whatARecordTakesIsCounted(String filter, int steps) {
        Filter parsed = Filter.parse(filter, Sample.SHAPE, DIALECT);
        assertDoesNotThrow(() -> parsed.test(RECORD, Work.upTo(steps, () -> false)));
        assertThrows(TooMuchWork.class, () -> parsed.test(RECORD, Work.upTo(steps - 1, () -> false)));
    }
}
