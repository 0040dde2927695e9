package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.query.value.QueryException;
import io.alignemulator.rules.Rule;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules LIST-12 and LIST-18 over the sample records. */
@Rule({"LIST-12", "LIST-18", "LIST-22"})
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
                "id DESC                         | 4 3 2 1",
                "ID Asc                          | 1 2 3 4",
                "releaseIds/$count,id            | 2 4 1 3",
                "teams/$count desc,id desc       | 3 1 4 2",
                "$it/id desc                     | 4 3 2 1",
            })
    void recordsAreOrdered(String orderBy, String ids) {
        OrderBy parsed = OrderBy.parse(orderBy, Sample.SHAPE);
        Comparator<Object> order = Comparator.comparing(parsed::keys, parsed::compare);
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
                "''                  | Expression expected at position 0 in ''.",
                "','                 | Expression expected at position 0 in ','.",
                "'id,'               | Expression expected at position 3 in 'id,'.",
                "'id,,title'         | Expression expected at position 3 in 'id,,title'.",
                "id desc asc         | Syntax error at position 11 in 'id desc asc'.",
                "id descending       | Syntax error at position 13 in 'id descending'.",
                "id title            | Syntax error at position 8 in 'id title'.",
                "tolower(title)      | Only ordering by properties is supported for non-primitive collections. Expressions are not supported.",
                "id add 1            | Only ordering by properties is supported for non-primitive collections. Expressions are not supported.",
                "-id                 | Only ordering by properties is supported for non-primitive collections. Expressions are not supported.",
                "5                   | Only ordering by properties is supported for non-primitive collections. Expressions are not supported.",
                "null                | Only ordering by properties is supported for non-primitive collections. Expressions are not supported.",
                "'contains(title,''e'')' | Only ordering by properties is supported for non-primitive collections. Expressions are not supported.",
                "id eq 1             | Only ordering by properties is supported for non-primitive collections. Expressions are not supported.",
                "'id,ID desc'        | Duplicate property named 'Id' is not supported in '$orderby'.",
                "title,id desc,title | Duplicate property named 'Title' is not supported in '$orderby'.",
                "owner/              | Syntax error at position 6 in 'owner/'.",
                "bogus               | Could not find a property named 'bogus' on type 'Default.Record'.",
                "id,desc             | Could not find a property named 'desc' on type 'Default.Record'.",
                "title/id            | Could not find a property named 'id' on type 'Edm.String'.",
                "owner               | The $orderby expression must evaluate to a single value of primitive type.",
                "releaseIds desc     | The $orderby expression must evaluate to a single value of primitive type.",
                "$it                 | The $orderby expression must evaluate to a single value of primitive type.",
                "teams/teamId        | The parent value for a property access of a property 'teamId' is not a single value. Property access can only be applied to a single value.",
            })
    void whatIsNoOrderIsRefused(String orderBy, String reason) {
        QueryException refusal = assertThrows(QueryException.class, () -> OrderBy.parse(orderBy, Sample.SHAPE));
        assertEquals(reason, refusal.reason());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ID                             | id                                  | id nulls last",
                "owner/EMAIL desc, id asc       | owner/email desc,id                 | owner/email desc nulls last,id nulls last",
                "Teams/$count,releaseIds/$count | teams/$count,releaseIds/$count      | teams/$count nulls last,releaseIds/$count nulls last",
            })
    void anOrderHasANameThatTellsItFromOthers(String orderBy, String name, String nameWithNullsLast) {
        assertEquals(name, OrderBy.parse(orderBy, Sample.SHAPE).name());
        assertEquals(
                nameWithNullsLast, OrderBy.parse(orderBy, Sample.SHAPE, false).name());
    }
}
