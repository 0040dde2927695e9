package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.call;
import static io.alignemulator.sandbox.faults.Examples.failing;
import static io.alignemulator.sandbox.faults.Examples.fault;
import static io.alignemulator.sandbox.faults.Examples.json;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.protocol.faults.Effect.Status;
import io.alignemulator.protocol.faults.Effect.UnauthorizedFromNowOn;
import io.alignemulator.protocol.faults.FaultInfo;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The list of faults: order, counts, and credentials that were ended. */
class FaultsTest {

    private static final FaultCall LIST = call("GET", "/epics");
    private static final FaultCall ITEM = call("GET", "/epics/1");

    private Faults faults = new Faults();

    /** What a reset does with the faults of the beginning. */
    private static Faults anew(Faults faults) {
        return new Faults(faults.list().stream()
                .map(each -> Examples.prepared(each.fault()))
                .toList());
    }

    private List<Long> hits(FaultCall call, int times) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ids.add(faults.next(call).map(Hit::faultId).orElse(0L));
        }
        return ids;
    }

    private List<String> counts() {
        return faults.list().stream()
                .map(each -> each.id() + ": " + each.hits() + "/" + each.matches())
                .toList();
    }

    @Test
    void withoutFaultsNothingIsHit() {
        assertTrue(faults.isEmpty());
        assertEquals(Optional.empty(), faults.next(LIST));
        faults.add(failing("{'path': '/epics'}"));
        assertFalse(faults.isEmpty());
        assertEquals(Optional.empty(), faults.next(ITEM));
    }

    @Test
    void aHitNamesTheFaultTheEffectAndTheNumberOfTheCall() {
        faults.add(failing("{'path': '/epics', 'nth': 3}"));
        assertEquals(List.of(0L, 0L), hits(LIST, 2));
        assertEquals(List.of(0L), hits(ITEM, 1));
        assertEquals(Optional.of(new Hit(1, new Status(503), 3)), faults.next(LIST));
        assertEquals(List.of(0L), hits(LIST, 1));
        assertEquals(List.of("1: 1/4"), counts());
    }

    @Test
    void theFirstFaultThatChoosesTheCallWins() {
        faults.add(failing("{'path': '/epics', 'nth': 2}"));
        faults.add(failing("{'path': '/epics'}"));
        faults.add(failing("{'method': 'GET'}"));
        assertEquals(List.of(2L, 1L, 2L), hits(LIST, 3));
        assertEquals(List.of(3L), hits(ITEM, 1));
    }

    @Test
    void eachFaultCountsCallsThatAnotherOneTakes() {
        faults.add(failing("{'path': '/epics', 'times': 2}"));
        faults.add(failing("{'path': '/epics', 'nth': 2}"));
        faults.add(failing("{'path': '/epics', 'nth': 4}"));
        faults.add(failing("{'method': 'GET', 'path': '/*', 'times': 3}"));
        assertEquals(List.of(1L, 1L, 4L, 3L, 0L), hits(LIST, 5));
        assertEquals(List.of("1: 2/5", "2: 0/5", "3: 1/5", "4: 1/5"), counts());
    }

    @Test
    void aFaultCountsFromWhenItWasAdded() {
        faults.add(failing("{'path': '/epics', 'nth': 1}"));
        assertEquals(List.of(1L, 0L), hits(LIST, 2));
        faults.add(failing("{'path': '/epics/**', 'nth': 1}"));
        assertEquals(List.of(2L, 0L), hits(LIST, 2));
    }

    @Test
    void aFaultThatIsRemovedActsNoMore() {
        faults.add(failing("{'path': '/epics'}"));
        faults.add(failing("{'path': '/epics/*'}"));
        assertTrue(faults.remove(1));
        assertFalse(faults.remove(1));
        assertEquals(List.of(0L), hits(LIST, 1));
        assertEquals(List.of(2L), hits(ITEM, 1));
        assertEquals(3, faults.add(failing("{'path': '/epics'}")).id());
    }

    @Test
    void clearingBringsTheListBackToItsBeginning() {
        faults.add(failing("{'path': '/epics'}"));
        faults.clear();
        assertTrue(faults.isEmpty());
        assertEquals(List.of(), faults.list());
        assertEquals(1, faults.add(failing("{'path': '/epics'}")).id());
    }

    @Test
    void afterAResetAllFaultsBeginAnew() {
        faults.add(failing("{'path': '/epics', 'nth': 2}"));
        faults.add(failing("{'path': '/epics', 'times': 2, 'probability': 0.5}"));
        List<Long> first = hits(LIST, 20);
        List<String> counted = counts();
        faults = anew(faults);
        assertEquals(List.of("1: 0/0", "2: 0/0"), counts());
        assertEquals(first, hits(LIST, 20));
        assertEquals(counted, counts());
    }

    @Test
    void faultsOfABeginningAreNumberedAndOthersComeBehindThem() {
        faults.add(failing("{'path': '/epics'}"));
        faults = anew(faults);
        assertEquals(List.of("1: 0/0"), counts());
        assertEquals(2, faults.add(failing("{'path': '/features'}")).id());
    }

    @Test
    void whatIsCountedInOneLifeOfASiteIsNotCountedInTheNext() {
        faults.add(failing("{'path': '/epics'}"));
        Faults next = anew(faults);
        hits(LIST, 3);
        assertEquals(List.of("1: 3/3"), counts());
        assertEquals(0, next.list().get(0).matches());
    }

    @Test
    void aFaultThatAnEarlierOneLeavesNoCallIsRefused() {
        faults.add(failing("{'path': '/epics/**'}"));
        FaultException refused =
                assertThrows(FaultException.class, () -> faults.add(failing("{'path': '/epics', 'nth': 2}")));
        Mistake mistake = refused.mistakes().get(0);
        assertEquals("/match", mistake.pointer());
        assertThat(
                mistake.toString(),
                containsString("is not taken behind fault 1, which matches every call that this one does"));
        assertEquals(1, faults.list().size());
        faults.add(failing("{'path': '/features', 'nth': 2}"));
        assertThrows(FaultException.class, () -> faults.add(failing("{'path': '/feature', 'nth': 2}")));
        faults.remove(1);
        faults.add(failing("{'path': '/epics', 'nth': 2}"));
        faults.add(failing("{'path': '/epics/**'}"));
        assertEquals(
                List.of(2L, 3L, 4L), faults.list().stream().map(FaultInfo::id).toList());
    }

    @Test
    void thereAreNotMoreThanAThousand() {
        for (int i = 1; i <= Faults.MOST; i++) {
            faults.add(failing("{'path': '/epics/" + i + "'}"));
        }
        FaultException refused = assertThrows(FaultException.class, () -> faults.add(failing("{'path': '/features'}")));
        assertThat(refused.getMessage(), containsString("there are 1000 faults already"));
        assertEquals(List.of(1000L), hits(call("GET", "/epics/1000"), 1));
    }

    @Test
    void anEntryIsPrintedWithItsCounts() {
        faults.add(failing("{'path': '/epics', 'nth': 1}"));
        hits(LIST, 2);
        assertEquals(
                json("{'id':1,'match':{'path':'/epics','nth':1},'effect':{'type':'status','code':503},'matches':2,'hits':1}")
                        .toString(),
                ControlJson.strict().writeValueAsString(faults.list().get(0)));
    }

    @Test
    void anEndedCredentialIsRefusedWhateverItAsks() {
        faults.add(failing("{'path': '/features'}"));
        faults.add(fault(
                "{'match': {'path': '/epics', 'persona': 3, 'nth': 2}, 'effect': {'type': 'unauthorizedFromNowOn'}}"));
        assertEquals(List.of(0L, 2L, 2L), hits(call("GET", "/epics", 3), 3));
        assertEquals(Optional.of(new Hit(2, new UnauthorizedFromNowOn(), 0)), faults.next(call("POST", "/themes", 3)));
        assertEquals(List.of(2L), hits(call("GET", "/features", 3), 1), "before the other faults");
        assertEquals(List.of("1: 0/1", "2: 4/3"), counts());
    }

    @Test
    void otherCredentialsGoOn() {
        faults.add(fault("{'match': {'nth': 1}, 'effect': {'type': 'unauthorizedFromNowOn'}}"));
        assertEquals(List.of(1L, 1L), hits(call("GET", "/epics", 3, "old"), 2));
        assertEquals(List.of(0L), hits(call("GET", "/epics", 3, "new"), 1));
        assertEquals(List.of(0L), hits(call("GET", "/epics", 1), 1));
    }

    @Test
    void anEndedCredentialWorksAgainWhenTheFaultIsGoneOrReset() {
        faults.add(fault("{'match': {'nth': 1}, 'effect': {'type': 'unauthorizedFromNowOn'}}"));
        FaultCall call = call("GET", "/epics", 3);
        hits(call, 2);
        faults = anew(faults);
        assertEquals(
                List.of(0L),
                hits(call("GET", "/epics", 1), 1).stream().map(id -> id - 1).toList());
        assertEquals(List.of(0L), hits(call, 1));
        faults = anew(faults);
        assertEquals(List.of(1L, 1L), hits(call, 2));
        faults.remove(1);
        faults.add(failing("{'path': '/features'}"));
        assertEquals(List.of(0L), hits(call, 1));
    }

    @Test
    void aCallWithoutAUserHasNoCredentialToEnd() {
        faults.add(fault("{'match': {'nth': 1}, 'effect': {'type': 'unauthorizedFromNowOn'}}"));
        assertEquals(List.of(1L, 0L), hits(LIST, 2));
    }

    @Test
    void whatWasListedDoesNotChange() {
        faults.add(failing("{'path': '/epics'}"));
        List<FaultInfo> before = faults.list();
        hits(LIST, 1);
        faults.clear();
        assertEquals(0, before.get(0).hits());
        assertEquals(1, before.size());
    }
}
