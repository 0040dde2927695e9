package io.alignemulator.resource.patch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.rules.Rule;
import io.alignemulator.rules.RuleId;
import io.alignemulator.work.Work;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a patch makes of a record of a few fields, and what it says where it is refused. */
@Rule({"WRIT-03", "PTCH-02", "PTCH-03", "PTCH-06"})
class PatchingTest {

    private static final String EPIC =
            "{'title':'T','state':2,'budget':null,'releaseIds':[1,2,3],'additionalProgramIds':[],'health':{'type':1,'reason':'r'},"
                    + "'createDate':'2026-09-01T09:00:00.000Z','links':[{'name':'A','link':'u'}],"
                    + "'customFields':[{'customfield_1':[{'value':'A','id':3}]},{'customfield_2':null}]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # Lists: positions, the end, signs and blanks.
            {'op':'add','path':'/releaseIds/3','value':9}     | releaseIds | [1,2,3,9]
            {'op':'add','path':'/releaseIds/0','value':9}     | releaseIds | [9,1,2,3]
            {'op':'add','path':'/releaseIds/-','value':'9'}   | releaseIds | [1,2,3,9]
            {'op':'add','path':'/releaseIds/ +01 ','value':9} | releaseIds | [1,9,2,3]
            {'op':'add','path':'/releaseIds/-0','value':9}    | releaseIds | [9,1,2,3]
            {'op':'replace','path':'/releaseIds/2','value':9} | releaseIds | [1,2,9]
            {'op':'replace','path':'/releaseIds/-','value':9} | releaseIds | [1,2,9]
            {'op':'remove','path':'/releaseIds/1'}            | releaseIds | [1,3]
            {'op':'remove','path':'/releaseIds/-'}            | releaseIds | [1,2]
            {'op':'copy','from':'/releaseIds/-','path':'/budget'}         | budget | 3
            {'op':'copy','from':'/releaseIds/0','path':'/releaseIds/1'}   | releaseIds | [1,1,2,3]
            {'op':'move','from':'/releaseIds/0','path':'/releaseIds/2'}   | releaseIds | [2,3,1]
            {'op':'copy','from':'/releaseIds','path':'/additionalProgramIds'} | additionalProgramIds | [1,2,3]
            {'op':'test','path':'/releaseIds/2','value':'3'}  | releaseIds | [1,2,3]
            {'op':'test','path':'/releaseIds','value':['1',2,3]}          | releaseIds | [1,2,3]
            # Objects of the model: any case, an object in a field, one in a list, a member that is not there.
            {'op':'replace','path':'/HEALTH/Reason','value':5}            | health | {'type':1,'reason':'5'}
            {'op':'add','path':'/health/riskValue','value':7}             | health | {'type':1,'reason':'r','riskValue':7}
            {'op':'remove','path':'/health/type'}             | health | {'type':null,'reason':'r'}
            {'op':'replace','path':'/links/0/NAME','value':'B'}           | links  | [{'name':'B','link':'u'}]
            {'op':'copy','from':'/links/0','path':'/links/-'} | links  | [{'name':'A','link':'u'},{'name':'A','link':'u'}]
            {'op':'move','from':'/links/0/name','path':'/title'}          | links  | [{'name':null,'link':'u'}]
            {'op':'test','path':'/health','value':{'reason':'r','TYPE':'1','riskValue':null}} | title | 'T'
            {'op':'test','path':'/health/riskValue','value':null}         | title | 'T'
            {'op':'test','path':'/links','value':[{'link':'u','name':'A'}]} | title | 'T'
            {'op':'test','path':'/links','value':[{'link':'u','name':'A','id':null}]} | title | 'T'
            # Custom fields: an element has what is in it.
            {'op':'replace','path':'/customFields/0/customfield_1/0/id','value':4}    | customFields | [{'customfield_1':[{'value':'A','id':4}]},{'customfield_2':null}]
            {'op':'add','path':'/customFields/0/customfield_9','value':[{'value':1}]} | customFields | [{'customfield_1':[{'value':'A','id':3}],'customfield_9':[{'value':'1'}]},{'customfield_2':null}]
            {'op':'replace','path':'/customFields/0/customfield_1','value':null}      | customFields | [{'customfield_1':null},{'customfield_2':null}]
            {'op':'remove','path':'/customFields/0/customfield_1'}        | customFields | [{},{'customfield_2':null}]
            {'op':'move','from':'/customFields/0/customfield_1','path':'/customFields/1/customfield_2'} | customFields | [{},{'customfield_2':[{'value':'A','id':3}]}]
            {'op':'test','path':'/customFields/0/customfield_1','value':[{'id':'3','value':'A'}]} | title | 'T'
            {'op':'test','path':'/customFields/0','value':{'customfield_1':[{'value':'A','id':3}]}} | title | 'T'
            {'op':'test','path':'/customFields/1','value':{'customfield_2':null}}     | title | 'T'
            # What is moved keeps its type: a date becomes what the framework writes for it.
            {'op':'copy','from':'/createDate','path':'/title'}            | title | '2026-09-01T09:00:00Z'
            {'op':'copy','from':'/createDate','path':'/notStartedDate'}   | notStartedDate | '2026-09-01T09:00:00.000Z'
            {'op':'copy','from':'/state','path':'/title'}     | title | '2'
            {'op':'test','path':'/createDate','value':'2026-09-01T11:00:00+02:00'}    | title | 'T'
            # Words, numbers, words joined as bits; slashes and tildes.
            {'op':'REPLACE','path':'title','value':'N'}       | title | 'N'
            {'op':'+2','path':'//title//','value':'N'}        | title | 'N'
            {'op':'0','path':'/title','value':'N'}            | title | 'N'
            {'op':'remove,1','path':'/title'}                 | title | null
            {'op':' test , 0','path':'/title','value':'T'}    | title | 'T'
            {'op':'remove,replace','path':'/state','from':'/releaseIds/2'} | state | 3
            """)
    void aPatchMakesOfARecord(String patch, String field, String outcome) {
        PatchTrial trial = new PatchTrial("Epic", EPIC, "[" + patch + "]");
        trial.apply();
        assertEquals(PatchTrial.tree(outcome), trial.record().get(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'add','path':'/releaseIds/4','value':9}     | The index value provided by path segment '4' is out of bounds of the array size.
            {'op':'add','path':'/releaseIds/-1','value':9}    | The index value provided by path segment '-1' is out of bounds of the array size.
            {'op':'replace','path':'/releaseIds/3','value':9} | The index value provided by path segment '3' is out of bounds of the array size.
            {'op':'remove','path':'/releaseIds/-1'}           | The index value provided by path segment '-1' is out of bounds of the array size.
            {'op':'test','path':'/releaseIds/3','value':1}    | The index value provided by path segment '3' is out of bounds of the array size.
            {'op':'test','path':'/releaseIds/-','value':3}    | The path segment '-' is invalid for an array index.
            {'op':'remove','path':'/releaseIds/2147483648'}   | The path segment '2147483648' is invalid for an array index.
            {'op':'remove','path':'/releaseIds/2147483647'}   | The index value provided by path segment '2147483647' is out of bounds of the array size.
            {'op':'remove','path':'/releaseIds/00000000001'}  | The path segment '00000000001' is invalid for an array index.
            {'op':'remove','path':'/releaseIds/1.0'}          | The path segment '1.0' is invalid for an array index.
            {'op':'remove','path':'/links/-/name'}            | The path segment '-' is invalid for an array index.
            {'op':'remove','path':'/releaseIds/0/x'}          | The target location specified by path segment 'x' was not found.
            {'op':'remove','path':'/'}                        | The target location specified by path segment '' was not found.
            {'op':'remove','path':'/health/nope'}             | The target location specified by path segment 'nope' was not found.
            {'op':'test','path':'/health/nope','value':1}     | The target location specified by path segment 'nope' was not found.
            {'op':'copy','from':'/health/nope','path':'/title'}           | The target location specified by path segment 'nope' was not found.
            {'op':'copy','from':'/title','path':'/health/nope'}           | The target location specified by path segment 'nope' was not found.
            {'op':'remove','path':'/nope/x'}                  | The target location specified by path segment 'nope' was not found.
            {'op':'remove','path':'/status/id'}               | For operation 'remove', the target location specified by path '/status/id' was not found.
            {'op':'ADD','path':'/points/-','value':{}}        | For operation 'ADD', the target location specified by path '/points/-' was not found.
            {'op':'replace','path':'/customFields/0/customfield_7','value':[]}  | The target location specified by path segment 'customfield_7' was not found.
            {'op':'remove','path':'/customFields/0/customfield_7'}        | The target location specified by path segment 'customfield_7' was not found.
            {'op':'replace','path':'/customFields/0/CUSTOMFIELD_1','value':[]}  | The target location specified by path segment 'CUSTOMFIELD_1' was not found.
            {'op':'test','path':'/customFields/0/customfield_7','value':[]}     | The target location specified by path segment 'customfield_7' was not found.
            {'op':'copy','from':'/customFields/0/customfield_7','path':'/title'}| The target location specified by path segment 'customfield_7' was not found.
            {'op':'remove','path':'/customFields/0/customfield_7/0'}      | For operation 'remove', the target location specified by path '/customFields/0/customfield_7/0' was not found.
            {'op':'remove','path':'/customFields/1/customfield_2/0'}      | For operation 'remove', the target location specified by path '/customFields/1/customfield_2/0' was not found.
            {'op':'remove','path':'/ti~2tle'}                 | The provided string '/ti~2tle' is an invalid path.
            {'op':'remove','path':'/title~'}                  | The provided string '/title~' is an invalid path.
            {'op':'remove','path':'/a~0b~2'}                  | The provided string '/a~0b~2' is an invalid path.
            {'op':'remove','path':'/~01~1'}                   | The target location specified by path segment '~1/' was not found.
            {'op':'copy','from':'/~','path':'/title'}         | The provided string '/~' is an invalid path.
            {'op':'6','path':'/title'}                        | Invalid JsonPatch operation '6'.
            {'op':'-1','path':'/title'}                       | Invalid JsonPatch operation '-1'.
            {'op':'copy,move','path':'/title'}                | Invalid JsonPatch operation 'copy,move'.
            {'op':'add,','path':'/title'}                     | Invalid JsonPatch operation 'add,'.
            {'op':'1234567890','path':'/title'}               | Invalid JsonPatch operation '1234567890'.
            {'op':'add'}                                      | The operation 'add' has no path.
            {'path':null}                                     | The operation 'add' has no path.
            {'op':'move','path':'/title'}                     | The operation 'move' has no from.
            {'op':'copy','path':'/title','from':null}         | The operation 'copy' has no from.
            null                                              | The operation is null.
            {'op':'copy','from':'/releaseIds','path':'/budget'}           | The value 'System.Collections.Generic.List`1[System.Int32]' is invalid for target location.
            {'op':'copy','from':'/health','path':'/budget'}   | The value 'Health' is invalid for target location.
            {'op':'copy','from':'/createDate','path':'/budget'}           | The value '09/01/2026 09:00:00' is invalid for target location.
            {'op':'copy','from':'/title','path':'/budget'}    | The value 'T' is invalid for target location.
            {'op':'copy','from':'/budget','path':'/state'}    | The value '' is invalid for target location.
            {'op':'replace','path':'/budget','value':'2026-09-01T09:00:00Z'} | The value '09/01/2026 09:00:00' is invalid for target location.
            """)
    void whatCannotBeDoneIsRefusedWithTheFrameworksSentence(String patch, String sentence) {
        PatchTrial trial = new PatchTrial("Epic", EPIC, "[" + patch + "]");
        PatchException refusal = assertThrows(PatchException.class, trial::apply);
        assertEquals(sentence, refusal.sentence());
        assertEquals(RuleId.PTCH_06, refusal.rule());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /state                        | 3         | The current value '2' at path 'state' is not equal to the test value '3'.
            /STATE                        | 3         | The current value '2' at path 'STATE' is not equal to the test value '3'.
            /budget                       | 3         | The current value '' at path 'budget' is not equal to the test value '3'.
            /title                        | 't'       | The current value 'T' at path 'title' is not equal to the test value 't'.
            /title                        | null      | The current value 'T' at path 'title' is not equal to the test value ''.
            /createDate                   | '2026-09-01T09:00:01Z' | The current value '09/01/2026 09:00:00' at path 'createDate' is not equal to the test value '09/01/2026 09:00:01'.
            /releaseIds/0                 | 2         | The current value '1' at position '0' is not equal to the test value '2'.
            /releaseIds                   | []        | The current value 'System.Collections.Generic.List`1[System.Int32]' at path 'releaseIds' is not equal to the test value '[]'.
            /releaseIds                   | null      | The current value 'System.Collections.Generic.List`1[System.Int32]' at path 'releaseIds' is not equal to the test value ''.
            /additionalProgramIds         | null      | The current value 'System.Collections.Generic.List`1[System.Int32]' at path 'additionalProgramIds' is not equal to the test value ''.
            /health                       | null      | The current value 'Health' at path 'health' is not equal to the test value ''.
            /health                       | {}        | The current value 'Health' at path 'health' is not equal to the test value '{}'.
            /customFields/0/customfield_1 | []        | The current value 'System.Collections.Generic.List`1[CustomFieldValue]' at path 'customfield_1' is not equal to the test value '[]'.
            /customFields/1/customfield_2 | null      | The value at 'customfield_2' cannot be null or empty to perform the test operation.
            """)
    @Rule("PTCH-05")
    void aTestOfSomethingElseNamesBothValues(String path, String value, String sentence) {
        PatchTrial trial = new PatchTrial("Epic", EPIC, "[{'op':'test','path':'" + path + "','value':" + value + "}]");
        PatchException refusal = assertThrows(PatchException.class, trial::apply);
        assertEquals(sentence, refusal.sentence());
        assertEquals(RuleId.PTCH_05, refusal.rule());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/releaseIds [1,2]",
                "/releaseIds [1,2,4]",
                "/releaseIds [3,2,1]",
                "/health {'type':1}",
                "/health {'type':1,'reason':'r','riskValue':0}",
                "/health {'type':2,'reason':'r'}",
                "/links [{'name':'A'}]",
                "/links [{'name':'a','link':'u'}]",
                "/links/0 {'name':'A','link':'u','id':1}",
                "/customFields/0 {}",
                "/customFields/0 {'customfield_1':[{'value':'A'}]}",
                "/customFields/0 {'customfield_1':[{'value':'A','id':3}],'customfield_2':[]}",
                "/customFields/1 {'customfield_2':[]}"
            })
    @Rule("PTCH-05")
    void aTestComparesAllThatIsInAListOrAnObject(String test) {
        String[] parts = test.split(" ", 2);
        String operation = "[{'op':'test','path':'" + parts[0] + "','value':" + parts[1] + "}]";
        PatchTrial trial = new PatchTrial("Epic", EPIC, operation);
        assertEquals(
                RuleId.PTCH_05, assertThrows(PatchException.class, trial::apply).rule());
        PatchTrial off = new PatchTrial("Epic", EPIC, operation, Set.of(RuleId.PTCH_05), Work.unbounded());
        assertDoesNotThrow(off::apply);
        assertEquals(Set.of(), off.read());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            City           | {'applyTimeTracking':true}  | applyTimeTracking | false
            KeyResult      | {'targetValue':5.0}         | targetValue       | 0.0
            KeyResult      | {'createDate':'2026-09-01T09:00:00.000Z'} | createDate | null
            Epic           | {'state':2}                 | state             | 0
            Epic           | {'budget':2}                | budget            | null
            Epic           | {'title':'T'}               | title             | null
            Epic           | {'releaseIds':[1]}          | releaseIds        | null
            Epic           | {'health':{'type':1}}       | health            | null
            Epic           | {}                          | title             | null
            """)
    void whatIsRemovedIsWhatTheModelHoldsForNothing(String resource, String record, String field, String outcome) {
        PatchTrial trial = new PatchTrial(resource, record, "[{'op':'remove','path':'/" + field + "'}]");
        trial.apply();
        assertEquals(PatchTrial.tree(outcome), trial.record().get(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'path':'/title','value':'N'}                                 | PTCH-01
            {'op':2,'path':'/title','value':'N'}                          | PTCH-01
            {'op':'+2','path':'/title','value':'N'}                       | PTCH-01
            {'op':'add,2','path':'/title','value':'N'}                    |
            {'op':'add','path':'/title'}                                  | PTCH-01
            {'op':'test','path':'/budget'}                                | PTCH-01
            {'op':'replace','path':'/budget'}                             | PTCH-01
            {'op':'remove','path':'/title'}                               |
            {'op':'copy','from':'/title','path':'/description'}           |
            {'op':'move','from':'/releaseIds/-','path':'/budget'}         | PTCH-03
            {'op':'add','path':'/releaseIds/-','value':1}                 |
            {'op':'replace','path':'/title','value':'2026-01-01T10:00:00.000Z'} | PTCH-04
            {'op':'replace','path':'/title','value':'2026-01-01T10:00:00Z'}     |
            {'op':'replace','path':'/title','value':'2026-01-01T10:00:00'}      | PTCH-04
            {'op':'replace','path':'/notStartedDate','value':'2026-01-01T10:00:00'} | BODY-07
            {'op':'replace','path':'/notStartedDate','value':'2026-01-01T10:00:00Z'} |
            {'op':'replace','path':'/links','value':[{'name':'2026-01-01T10:00:00.000Z'}]} | PTCH-04
            {'op':'replace','path':'/links','value':[{'name':'x'}]}       |
            {'op':'test','path':'/title','value':'T'}                     |
            {'op':'remove','path':'/title','value':'2026-01-01T10:00:00.000Z'},{'op':'replace','path':'/links','value':[{'name':'x'}]} |
            {'op':'remove','path':'/title','value':'2026-01-01T10:00:00.000Z'},{'op':'replace','path':'/budget','value':5} |
            """)
    @Rule({"PTCH-01", "PTCH-04", "BODY-07"})
    void whatWasReadOtherwiseThanItLooksIsNoted(String patch, @Nullable String rules) {
        PatchTrial trial = new PatchTrial("Epic", EPIC, "[" + patch + "]");
        trial.apply();
        assertEquals(
                rules == null ? "" : rules,
                trial.notes().stream().map(RuleId::toString).collect(Collectors.joining(",")));
    }

    @Test
    void aZonelessTextThatStandsElsewhereIsNoDate() {
        String zoneless = "'2026-01-01T10:00:00'";
        PatchTrial trial = new PatchTrial(
                "Epic",
                EPIC,
                "[{'op':'replace','path':'/title','value':" + zoneless
                        + "},{'op':'copy','from':'/createDate','path':'/notStartedDate'}]");
        trial.apply();
        assertEquals(Set.of(RuleId.PTCH_04), trial.notes());
    }

    @Test
    void theFieldsThatAreNamedAsAWholeAndThoseThatHadASayAreTold() {
        PatchTrial trial = new PatchTrial("Epic", EPIC, """
                [{'op':'test','path':'/State','value':2},{'op':'test','path':'/health/type','value':1},
                 {'op':'copy','from':'/title','path':'/description'},{'op':'move','from':'/links/0/name','path':'/TITLE'},
                 {'op':'replace','path':'/title','value':'N'},{'op':'remove','path':'/releaseIds/0'},{'op':'remove','path':'budget'}]
                """);
        assertEquals(List.of("budget", "description", "TITLE"), List.copyOf(trial.apply()));
        assertEquals(List.of("health", "links", "State", "title"), List.copyOf(trial.read()));
    }

    @Test
    @Rule("CUST-01")
    void theNameOfACustomFieldMatchesInAnyCaseBySwitch() {
        String replace = "[{'op':'replace','path':'/customFields/0/CUSTOMFIELD_1','value':[{'value':'B'}]},"
                + "{'op':'test','path':'/customFields/0/Customfield_1/0/value','value':'B'}]";
        PatchTrial trial = new PatchTrial("Epic", EPIC, replace, Set.of(RuleId.CUST_01), Work.unbounded());
        trial.apply();
        assertEquals(
                PatchTrial.tree("{'customfield_1':[{'value':'B'}]}"),
                trial.record().path("customFields").get(0));
        String add = "[{'op':'add','path':'/customFields/0/CUSTOMFIELD_9','value':[]}]";
        PatchTrial other = new PatchTrial("Epic", EPIC, add, Set.of(RuleId.CUST_01), Work.unbounded());
        other.apply();
        assertEquals(
                Set.of("customfield_1", "CUSTOMFIELD_9"),
                Set.copyOf(other.record().path("customFields").get(0).propertyNames()));
    }

    @Test
    void aCopyIsNotTheSameListAsWhatWasCopied() {
        PatchTrial trial = new PatchTrial(
                "Epic",
                EPIC,
                "[{'op':'copy','from':'/releaseIds','path':'/additionalProgramIds'},{'op':'remove','path':'/additionalProgramIds/0'},"
                        + "{'op':'copy','from':'/links/0','path':'/links/-'},{'op':'replace','path':'/links/1/name','value':'B'}]");
        trial.apply();
        assertEquals(PatchTrial.tree("[1,2,3]"), trial.record().get("releaseIds"));
        assertEquals(PatchTrial.tree("'A'"), trial.record().at("/links/0/name"));
    }

    @Test
    void aBodyOfNothingChangesNothing() {
        PatchTrial trial = new PatchTrial("Epic", EPIC, "");
        assertEquals(Set.of(), trial.apply());
        assertEquals(PatchTrial.tree(EPIC), trial.record());
    }
}
