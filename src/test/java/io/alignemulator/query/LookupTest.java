package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupTest {
    private static final Set<String> INDEXED = Set.of(
            "id",
            "createdBy",
            "programId",
            "score",
            "isActive",
            "createDate",
            "releaseIds",
            "labels",
            "owner",
            "teams");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id eq 5                                          | id=5",
                "5 eq id                                          | id=5",
                "id eq 5.0                                        | id=5",
                "score eq 2.5                                     | score=2.5",
                "createdBy eq 'Ann'                               | createdBy='ann'",
                "createdBy eq 1159                                | createdBy='1159'",
                "isActive eq true                                 | isActive=true",
                "releaseIds/any(r: r eq 54)                       | releaseIds=54",
                "labels/any(l: l eq 'Alpha')                      | labels='alpha'",
                "releaseIds/any(r: r eq 54 and r ne id)           | releaseIds=54",
                "releaseIds/any(r: programId eq 1)                | programId=1",
                "releaseIds/any(r: labels/any(l: r eq 3))         | releaseIds=3",
                "id eq 5 or id eq 6                               | (id=5 or id=6)",
                "id eq 5 or (id eq 6 or programId eq 1)           | ((id=6 or programId=1) or id=5)",
                "id eq 5 or programId eq 1                        | (id=5 or programId=1)",
                "releaseIds/any(r: r eq 1 or r eq 2)              | (releaseIds=1 or releaseIds=2)",
                "id eq 5 and title eq 'x'                         | id=5",
                "title eq 'x' and id eq 5                         | id=5",
                "id eq 5 and programId eq 1                       | (id=5 and programId=1)",
                "(id eq 5 or id eq 6) and programId eq 1 and true | ((id=5 or id=6) and programId=1)",
            })
    void equalitiesThatEveryMatchSatisfiesAreFound(String filter, String lookup) {
        assertEquals(lookup, lookup(filter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "title eq 'x'",
                "id eq null",
                "null eq id",
                "id ne 5",
                "id gt 5",
                "id eq programId",
                "not (id eq 5)",
                "not (id ne 5)",
                "not (title eq 'x' or id ne 5)",
                "id eq 5 or title eq 'x'",
                "id eq 5 or id gt 7",
                "(id eq 5) eq false",
                "tolower(createdBy) eq 'ann'",
                "createDate eq 2024-07-01",
                "owner/id eq 5",
                "releaseIds/any()",
                "releaseIds/all(r: r eq 54)",
                "releaseIds/all(r: id eq 5)",
                "teams/any(t: t/teamId eq 1)",
                "teams/any(t: t/members/any(m: m eq 1))",
                "labels/any(l: l eq null)",
                "true",
            })
    void whatNoIndexCanAnswerHasNoLookup(String filter) {
        assertEquals("none", lookup(filter));
    }

    @Test
    void keysOfEqualValuesAreEqual() {
        assertEquals(Lookup.key(5L), Lookup.key(5.0));
        assertEquals(Lookup.key(0L), Lookup.key(-0.0));
        assertEquals(Lookup.key(1L << 60), Lookup.key((double) (1L << 60)));
        assertEquals(Lookup.key("ÄRGER"), Lookup.key("ärger"));
        assertEquals(
                List.of(5L, 5.5, 1e30, "a", true),
                List.of(5, 5.5, 1e30, "A", true).stream().map(Lookup::key).toList());
    }

    private static String lookup(String filter) {
        return Filter.parse(filter, Sample.SHAPE, Sample.DIALECT)
                .lookup(property -> INDEXED.contains(property.name()))
                .map(LookupTest::text)
                .orElse("none");
    }

    private static String text(Lookup lookup) {
        if (lookup instanceof Lookup.AnyOf anyOf) {
            return anyOf.alternatives().stream().map(LookupTest::text).collect(Collectors.joining(" or ", "(", ")"));
        }
        if (lookup instanceof Lookup.Both both) {
            return both.demands().stream().map(LookupTest::text).collect(Collectors.joining(" and ", "(", ")"));
        }
        Lookup.Equal equal = (Lookup.Equal) lookup;
        String value = equal.value() instanceof String text
                ? "'" + text + "'"
                : equal.value().toString();
        return equal.property().name() + "=" + value;
    }
}
