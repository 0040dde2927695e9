package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.query.value.QueryException;
import io.alignemulator.rules.Rule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule LIST-15. */
@Rule({"LIST-12", "LIST-15", "LIST-17"})
class SelectTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id                                                     | id",
                "title,id                                               | title,id",
                "CREATEDBY, Id ,title                                   | createdBy,id,title",
                "id,title,ID,id                                         | id,title",
                "'id,title,'                                            | id,title",
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
            value = {"*", "' * '", "id,*", "*,id", "'  '"})
    void starMeansEverything(String select) {
        assertEquals(true, Select.parse(select, Sample.SHAPE).everything());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'id,,x'           | An identifier was expected at position 3.",
                "'id, ,x'          | An identifier was expected at position 4.",
                "','               | An identifier was expected at position 0.",
                "5                 | An identifier was expected at position 0.",
                "bogus             | Could not find a property named 'bogus' on type 'Default.Record'.",
                "*,bogus           | Could not find a property named 'bogus' on type 'Default.Record'.",
                "id title          | Term 'id title' is not valid in a $select or $expand expression.",
                "id;title          | Syntax error: character ';' is not valid at position 2 in 'id;title'.",
                "owner/id          | Found a path with multiple navigation properties or a bad complex property path in a select clause. Please reword your query such that each level of select or expand only contains either TypeSegments or Properties.",
                "id/title          | Found a path with multiple navigation properties or a bad complex property path in a select clause. Please reword your query such that each level of select or expand only contains either TypeSegments or Properties.",
                "bogus/id          | Could not find a property named 'bogus' on type 'Default.Record'.",
                "$it               | Found system token '$it' in select or expand clause '$it'.",
                "releaseIds/$count | $count is not allowed in $select option.",
            })
    void whatIsNoSelectionIsRefused(String select, String reason) {
        QueryException refusal = assertThrows(QueryException.class, () -> Select.parse(select, Sample.SHAPE));
        assertEquals(reason, refusal.reason());
    }
}
