package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON Patch does with the values that it is given, and what it says of those that it cannot use. */
@Tag("in-process")
class PatchValuesTest extends BlackBox {

    private static final String NOTE = "x-emulator-note";

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'path':'/title','value':'N'}] | title | 'N' | PTCH-01",
                "[{'op':2,'path':'/title','value':'N'}] | title | 'N' | PTCH-01",
                "[{'op':' Replace ','path':'/title','value':'N'}] | title | 'N' | ",
                "[{'op':'replace','path':'/description'}] | description | null | PTCH-01",
                "[{'op':'replace','path':'/budget','value':' +5 '}] | budget | 5 | ",
                "[{'op':'replace','path':'/budget','value':''}] | budget | null | BODY-01",
                "[{'op':'replace','path':'/title','value':5}] | title | '5' | ",
                "[{'op':'replace','path':'/title','value':1e+21}] | title | '1E+21' | BODY-01",
                "[{'op':'replace','path':'/title','value':29.0}] | title | '29.0' | BODY-01",
                "[{'op':'replace','path':'/title','value':true}] | title | 'true' | BODY-01",
                "[{'op':'replace','path':'/fcastShare','value':'1,5'}] | fcastShare | 15.0 | BODY-03",
                "[{'op':'add','path':'/releaseIds','value':['1']}] | releaseIds | [1] | ",
                "[{'op':'add','path':'/releaseIds/-','value':'54'}] | releaseIds | [1,54] | ",
                "[{'op':'replace','path':'/releaseIds','value':null}] | releaseIds | null | ",
                "[{'op':'remove','path':'/releaseIds'}] | releaseIds | null | ",
                "[{'op':'remove','path':'/releaseIds/-'}] | releaseIds | [] | PTCH-03",
                "[{'op':'replace','path':'/releaseIds/-','value':54}] | releaseIds | [54] | PTCH-03",
                "[{'op':'replace','path':'/releaseIds/+00','value':54}] | releaseIds | [54] | ",
                "[{'op':'remove','path':'/epicObjectId'}] | epicObjectId | 0 | ",
                "[{'op':'copy','from':'/releaseIds/0','path':'/budget'}] | budget | 1 | ",
                "[{'op':'copy','from':'/state','path':'/description'}] | description | '2' | ",
                "[{'op':'test','path':'/state','value':'2'},{'op':'replace','path':'/budget','value':9}] | budget | 9 | ",
                "[{'op':'test','path':'/releaseIds','value':['1']},{'op':'replace','path':'/budget','value':9}] | budget | 9 | ",
                "[{'op':'test','path':'/createDate','value':'2026-09-01T11:00:00+02:00'},{'op':'replace','path':'/budget','value':9}] | budget | 9 | ",
                "[{'op':'replace','path':'/title','value':'N'},] | title | 'N' | BODY-04"
            })
    @Rule({"PTCH-01", "PTCH-02", "PTCH-03", "PTCH-05"})
    void valuesAreConvertedByTheModelsTypes(String patch, String key, String stored, String note) {
        Answer answer = client().patch("/Epics/1", quoted(patch)).expect(204);
        assertEquals(note == null ? "" : note, answer.header(NOTE), patch);
        assertEquals(quoted(stored), client().read("/Epics/1").path(key).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'op':'replace','path':'/budget','value':5.0}] | The value '5' is invalid for target location.",
                "[{'op':'replace','path':'/budget','value':'x'}] | The value 'x' is invalid for target location.",
                "[{'op':'replace','path':'/budget','value':false}] | The value 'False' is invalid for target location.",
                "[{'op':'replace','path':'/state','value':null}] | The value '' is invalid for target location.",
                "[{'op':'add','path':'/releaseIds/-','value':null}] | The value '' is invalid for target location.",
                "[{'op':'replace','path':'/budget','value':'2026-01-01T10:00:00Z'}] | The value '01/01/2026 10:00:00' is invalid for target location.",
                "[{'op':'remove','path':'/nope'}] | The target location specified by path segment 'nope' was not found.",
                "[{'op':'replace','path':'/title/0','value':1}] | The target location specified by path segment '0' was not found.",
                "[{'op':'replace','path':'/releaseIds/x','value':1}] | The path segment 'x' is invalid for an array index.",
                "[{'op':'remove','path':'/releaseIds/9'}] | The index value provided by path segment '9' is out of bounds of the array size.",
                "[{'op':'test','path':'/state','value':99}] | The current value '2' at path 'state' is not equal to the test value '99'.",
                "[{'op':'test','path':'/releaseIds/0','value':2}] | The current value '1' at position '0' is not equal to the test value '2'.",
                "[{'op':'test','path':'/releaseIds','value':[2]}] | The current value 'System.Collections.Generic.List`1[System.Int32]' at path 'releaseIds' is not equal to the test value '[\\n  2\\n]'.",
                "[{'op':'nope','path':'/title'}] | Invalid JsonPatch operation 'nope'.",
                "[{'op':null,'path':'/title'}] | Invalid JsonPatch operation ''.",
                "[{'op':'replace','path':'/ti~2tle','value':1}] | The provided string '/ti~2tle' is an invalid path.",
                "[{'op':'add','path':'/health/x','value':1}] | For operation 'add', the target location specified by path '/health/x' was not found."
            })
    @Rule({"PTCH-02", "PTCH-05", "PTCH-06", "BODY-02"})
    void refusalsAreTheFrameworksSentences(String patch, String sentence) {
        String before = client().get("/Epics/1").body();
        String also = quoted(patch).replaceFirst("\\[", "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"N\"},");
        client().patch("/Epics/1", also)
                .expectSentence(400, "Cannot update epic with id 1. " + sentence.replace("\\n", "\n"));
        assertEquals(before, client().get("/Epics/1").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op':'replace','value':'N'}]",
                "[{'op':'replace','path':null,'value':'N'}]",
                "[{'op':'move','path':'/title'}]",
                "[{'op':'remove','path':'/releaseIds/0'},{'op':'remove','path':'/releaseIds/-'}]",
                "[{'op':'test','path':'/releaseIds/-','value':1}]",
                "[null]",
                "[{'op':7,'path':'/title','value':'N'}]"
            })
    @Rule("ROBU-01")
    void whereTheFrameworkFailsTheReasonIsTold(String patch) {
        Answer answer = client().patch("/Epics/1", quoted(patch)).expect(400);
        assertTrue(answer.body().matches("Cannot update epic with id 1\\. [A-Z].*\\."), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'op':'remove','path':'/statuses/0/0'}", "{'op':'test','path':'/statuses/0','value':[2]}"})
    @Rule("ROBU-01")
    void aListWhereTheModelSpeaksOfAnObjectHasNoParts(String operation) {
        String list = "{'op':'replace','path':'/statuses','value':[[1]]},";
        client().patch("/CustomHierarchies/1", quoted("[" + list + operation + "]"))
                .expect(400);
    }

    @Test
    @Rule({"EMUL-24", "ROBU-01"})
    void aPatchOfManyOperationsIsAnswered() {
        String operation = "{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"N\"},";
        client().patch("/Epics/1", "[" + operation.repeat(100_000) + "]").expect(204);
        String text = "{\"op\":\"replace\",\"path\":\"/description\",\"value\":\"" + "x".repeat(1_000_000) + "\"},";
        String copy = "{\"op\":\"copy\",\"from\":\"/description\",\"path\":\"/hypothesis\"},";
        client().patch("/Epics/1", "[" + text + copy.repeat(100) + "]")
                .expectSentence(
                        400, "Cannot update epic with id 1. The patch copies or moves more than 16777216 bytes.");
    }

    @Test
    @Rule("PTCH-04")
    void aPostLeavesATextAsItIs() {
        int id = client().create("/Epics", "{\"title\":\"2026-01-01T10:00:00.000Z\",\"primaryProgramId\":1}");
        assertEquals(
                "2026-01-01T10:00:00.000Z",
                client().read("/Epics/" + id).path("title").asString());
    }
}
