package io.alignemulator.resource.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.resource.body.PatchReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields that a patch can look at or change: JSON Patch is shown no others. */
class ReachedFieldsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{'op':'replace','path':'/title','value':1}]                          | title
            [{'op':'add','path':'/links/0/name','value':1}]                       | links
            [{'path':'//Title/'},{'op':'remove','path':'title'}]                  | Title
            [{'op':'move','from':'/b/1','path':'/a'},{'op':'copy','from':'/d','path':'/c'}] | a, b, c, d
            [{'op':'test','path':'/a~1b~0c~01d','value':1}]                       | a/b~c~1d
            [{'op':'test','path':'/bad~2/x','value':1}]                           | bad~2
            [{'op':'replace','path':'','value':{}},{'op':'replace','path':'/'}]   | ''
            [{'op':'replace'},null]                                               | ''
            null                                                                  | ''
            """, quoteCharacter = '"')
    void theyAreTheFirstSegmentsOfItsPathsWhereverItComesFrom(String patch, String fields) {
        String reached = String.join(", ", Patching.fields(PatchReader.read(PatchTrial.json(patch), "Story")));
        assertEquals(fields.replace("''", ""), reached);
    }
}
