package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.rules.Rule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule LIST-15. */
@Rule({"LIST-15", "LIST-17"})
class SelectTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id                                                     | id",
                "title,id                                               | title,id",
                "CREATEDBY, Id ,title                                   | createdBy,id,title",
                "id,title,ID,id                                         | id,title",
                "owner,teams,releaseIds                                 | owner,teams,releaseIds",
                "id,title,primaryProgramId,releaseIds,featureId,state   | id,title,primaryProgramId,releaseIds,featureId,state",
            })
    void namesComeInTheAskedOrderAndInCanonicalSpelling(String select, String names) {
        Select parsed = Select.parse(select, Sample.SHAPE);
        assertEquals(List.of(names.split(",")), parsed.names());
        assertEquals(false, parsed.everything());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"*", "' * '", "id,*", "*,id"})
    void starMeansEverything(String select) {
        assertEquals(true, Select.parse(select, Sample.SHAPE).everything());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''         | Syntax error at position 0 in ''.",
                "'id,'      | Syntax error at position 3 in 'id,'.",
                "'id, ,x'   | Syntax error at position 3 in 'id, ,x'.",
                "bogus      | Could not find a property named 'bogus'.",
                "*,bogus    | Could not find a property named 'bogus'.",
                "id title   | Could not find a property named 'id title'.",
                "owner/id   | Could not find a property named 'owner/id'.",
            })
    void whatIsNoSelectionIsRefused(String select, String reason) {
        QueryException refusal = assertThrows(QueryException.class, () -> Select.parse(select, Sample.SHAPE));
        assertEquals(reason, refusal.reason());
    }
}
