package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.rules.Rule;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule LIST-18 over the sample records. */
@Rule({"LIST-18", "LIST-22"})
class OrderByTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id                              | 1 2 3 4",
                "id desc                         | 4 3 2 1",
                "ID   asc                        | 1 2 3 4",
                "title                           | 4 2 1 3",
                "TITLE desc                      | 3 1 2 4",
                "createdBy                       | 4 1 3 2",
                "state                           | 3 4 1 2",
                "state desc                      | 2 1 4 3",
                "score                           | 3 2 1 4",
                "isActive                        | 3 2 1 4",
                "createDate                      | 4 1 2 3",
                "lastUpdatedDate desc            | 4 1 2 3",
                "primaryProgramId                | 1 3 2 4",
                "primaryProgramId,id desc        | 3 1 2 4",
                "primaryProgramId desc , id desc | 4 2 3 1",
                "programId desc,primaryProgramId | 2 1 4 3",
                "owner/id                        | 2 4 1 3",
                "owner/email desc,id             | 4 1 2 3",
            })
    void recordsAreOrdered(String orderBy, String ids) {
        Comparator<Object> order = OrderBy.parse(orderBy, Sample.SHAPE).comparator();
        assertEquals(
                ids,
                Sample.RECORDS.stream()
                        .sorted(order)
                        .map(record -> String.valueOf(((Map<?, ?>) record).get("id")))
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | Syntax error at position 0 in ''.",
                "','               | Syntax error at position 0 in ','.",
                "'id,'             | Syntax error at position 3 in 'id,'.",
                "'id,,title'       | Syntax error at position 3 in 'id,,title'.",
                "id DESC           | Syntax error at position 3 in 'id DESC'.",
                "id desc asc       | Syntax error at position 8 in 'id desc asc'.",
                "id title          | Syntax error at position 3 in 'id title'.",
                "tolower(title)    | Could not find a property named 'tolower'.",
                "5                 | Syntax error at position 0 in '5'.",
                "owner/            | Syntax error at position 6 in 'owner/'.",
                "bogus             | Could not find a property named 'bogus'.",
                "id,desc           | Could not find a property named 'desc'.",
                "title/id          | Could not find a property named 'id'.",
                "owner             | Property 'owner' cannot be ordered by.",
                "releaseIds desc   | Property 'releaseIds' cannot be ordered by.",
                "teams/teamId      | Property 'teams' is a collection: use any or all.",
            })
    void whatIsNoOrderIsRefused(String orderBy, String reason) {
        QueryException refusal = assertThrows(QueryException.class, () -> OrderBy.parse(orderBy, Sample.SHAPE));
        assertEquals(reason, refusal.reason());
    }
}
