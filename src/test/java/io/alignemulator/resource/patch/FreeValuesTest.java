package io.alignemulator.resource.patch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patches of fields that may hold anything, lists too where the model speaks of objects. */
class FreeValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'remove','path':'/statuses/0/0'}               | The target location specified by path segment '0' was not found.
            {'op':'add','path':'/statuses/1/a','value':1}        | The target location specified by path segment 'a' was not found.
            {'op':'test','path':'/statuses/0','value':[2]}       | The current value 'Newtonsoft.Json.Linq.JObject' at position '0' is not equal to the test value '[\\n  2\\n]'.
            {'op':'test','path':'/statuses/1','value':{'a':2}}   | The current value 'Newtonsoft.Json.Linq.JObject' at position '1' is not equal to the test value '{\\n  "a": 2\\n}'.
            {'op':'test','path':'/statuses','value':[[1],{}]}    | The current value 'System.Collections.Generic.List`1[Newtonsoft.Json.Linq.JObject]' at path 'statuses' is not equal to the test value '[\\n  [\\n    1\\n  ],\\n  {}\\n]'.
            {'op':'test','path':'/statuses','value':[[1],{'a':1}]} |
            {'op':'test','path':'/statuses/0','value':[1]}       |
            {'op':'copy','from':'/statuses/0','path':'/statuses/1'} |
            """)
    @Rule("ROBU-01")
    void whatIsInAFieldThatMayHoldAnythingHasNoPartsAndIsComparedAsItIs(String patch, @Nullable String sentence) {
        PatchTrial trial = new PatchTrial(
                "CustomHierarchy", "{}", "[{'op':'replace','path':'/statuses','value':[[1],{'a':1}]}," + patch + "]");
        if (sentence == null) {
            assertDoesNotThrow(trial::apply);
        } else {
            assertEquals(
                    sentence.replace("\\n", "\n"),
                    assertThrows(PatchException.class, trial::apply).sentence());
        }
    }
}
