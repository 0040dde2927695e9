package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The part of a text that every match of a filter holds, by which a list finds its rows without asking each of them. */
class TextPartTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            contains(title,'LOG')                            | title: log
            startswith(title,'Lo')                           | title: lo
            endswith(description,'Ö')                        | description: ö
            id eq 1 and contains(title,'x')                  | title: x
            contains(title,'ab') and contains(title,'abc')   | title: abc
            contains(title,'abc') and contains(title,'ab')   | title: abc
            contains(title,'ab') and contains(createdBy,'c') | title: ab
            contains(title,'ab') and contains(createdBy,'cd')| title: ab
            contains(title,'')                               | none
            contains(title,createdBy)                        | none
            contains('abc',title)                            | none
            contains(tolower(title),'x')                     | none
            contains(owner/email,'x')                        | none
            contains(title,'a') or contains(title,'b')       | none
            not contains(title,'a')                          | none
            labels/any(l: contains(l,'x'))                   | none
            title eq 'x'                                     | none
            id eq 1 and id ne 2                              | none
            """)
    void thePartIsTheLongestThatEveryMatchHolds(String filter, String part) {
        String found = Filter.parse(filter, Sample.SHAPE, Sample.DIALECT)
                .textPart()
                .map(each -> each.name() + ": " + each.part())
                .orElse("none");
        assertEquals(part, found);
    }

    @Test
    void theTextOfARecordIsFoldedAndThatOfARecordWithoutItIsNull() {
        TextPart part = Filter.parse("contains(TITLE,'x')", Sample.SHAPE, Sample.DIALECT)
                .textPart()
                .orElseThrow();
        assertEquals("login o'clock", part.text().apply(Sample.RECORDS.get(1)));
        assertEquals(null, part.text().apply(Sample.RECORDS.get(3)));
    }
}
