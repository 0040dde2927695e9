package io.alignemulator.resource.patch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.rules.Rule;
import io.alignemulator.rules.RuleId;
import io.alignemulator.work.TooMuchWork;
import io.alignemulator.work.Work;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a patch may carry, and how its work is counted: the last that is taken, and the first that is not. */
@Rule({"EMUL-24", "EMUL-28"})
class PatchBudgetTest {

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }

    /** A KB as it is counted: 64 bytes for each value, and one for each letter and each letter of a name. */
    @ParameterizedTest
    @ValueSource(strings = {"description", "releaseIds", "health"})
    void copiesAndMovesCarrySixteenMegabytes(String field) {
        String record = "{'description':'" + "x".repeat(1_024 - 64) + "','releaseIds':" + numbers(15)
                + ",'health':{'reason':'" + "x".repeat(1_024 - 64 - "reason".length() - 64) + "'}}";
        String copy = "{'op':'copy','from':'/F','path':'/F'},".replace("F", field);
        assertDoesNotThrow(() -> new PatchTrial("Epic", record, "[" + copy.repeat(16_384) + "]").apply());
        PatchException refusal = assertThrows(
                PatchException.class, () -> new PatchTrial("Epic", record, "[" + copy.repeat(16_385) + "]").apply());
        assertEquals(RuleId.EMUL_24, refusal.rule());
        assertEquals("The patch copies or moves more than 16777216 bytes.", refusal.sentence());
    }

    @Test
    void aListThatIsCopiedIntoItselfAgainAndAgainIsRefused() {
        String copy = "{'op':'copy','from':'/statuses','path':'/statuses/-'},";
        PatchException refusal = assertThrows(
                PatchException.class,
                () -> new PatchTrial("CustomHierarchy", "{'statuses':[]}", "[" + copy.repeat(30) + "]").apply());
        assertEquals(RuleId.EMUL_24, refusal.rule());
    }

    @Test
    void aListInAListIsRefusedOnceItNestsDeeperThanTheFrameworkReads() {
        String deeper = "{'op':'copy','from':'/statuses','path':'/statuses/0'},{'op':'remove','path':'/statuses/1'},";
        assertDoesNotThrow(
                () -> new PatchTrial("CustomHierarchy", "{'statuses':[1]}", "[" + deeper.repeat(32) + "]").apply());
        PatchException refusal = assertThrows(
                PatchException.class,
                () -> new PatchTrial("CustomHierarchy", "{'statuses':[1]}", "[" + deeper.repeat(33) + "]").apply());
        assertEquals(RuleId.PTCH_06, refusal.rule());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # Sixteen steps for an operation, one for each value that it brings or looks at.
            {'op':'replace','path':'/title','value':'N'}                   | 17
            {'op':'remove','path':'/title'}                                | 17
            {'op':'replace','path':'/releaseIds','value':[1,2,3]}          | 20
            {'op':'replace','path':'/health','value':{'type':1}}           | 18
            {'op':'test','path':'/title','value':'T'}                      | 18
            {'op':'test','path':'/links','value':[{'name':'A'}]}           | 22
            {'op':'replace','path':'/title','value':'N'},{'op':'replace','path':'/title','value':'O'} | 34
            # A step for every four elements that give way, or close a gap.
            {'op':'add','path':'/releaseIds/0','value':1}                  | 27
            {'op':'add','path':'/releaseIds/20','value':1}                 | 22
            {'op':'add','path':'/releaseIds/-','value':1}                  | 17
            {'op':'remove','path':'/releaseIds/0'}                         | 27
            {'op':'remove','path':'/releaseIds/20'}                        | 22
            {'op':'remove','path':'/releaseIds/-'}                         | 17
            {'op':'replace','path':'/releaseIds/0','value':1}              | 17
            """)
    void whatAnOperationTakesIsCounted(String patch, int steps) {
        assertDoesNotThrow(() -> upTo(steps, patch).apply());
        assertThrows(TooMuchWork.class, () -> upTo(steps - 1, patch).apply());
    }

    private static PatchTrial upTo(int steps, String patch) {
        String record = "{'title':'T','health':null,'links':[{'name':'A'}],'releaseIds':" + numbers(40) + "}";
        return new PatchTrial("Epic", record, "[" + patch + "]", Set.of(), Work.upTo(steps, () -> false));
    }
}
