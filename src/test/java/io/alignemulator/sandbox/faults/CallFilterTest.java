package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.call;
import static io.alignemulator.sandbox.faults.Examples.match;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.sandbox.calls.CallFilter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls a matcher is about, and which matchers leave nothing to others. */
class CallFilterTest {

    @ParameterizedTest
    @CsvSource({
        "/epics, /epics, true",
        "/epics, /Epics/, true",
        "/EPIC, /ePiCs, true",
        "/epics, /epic, true",
        "/epics, /epics/1, false",
        "/epics, /features, false",
        "/epics/*, /epics/1, true",
        "/epics/*, /epics, false",
        "/epics/*, /epics/1/auditlog, false",
        "/epics/1, /epics/1, true",
        "/epics/1, /epics/11, false",
        "/epics/**, /epics, true",
        "/epics/**, /epics/1, true",
        "/epics/**, /epics/1/auditlog, true",
        "/epics/**, /features/1, false",
        "/epics/*/**, /epics, false",
        "/epics/*/**, /epics/1, true",
        "/*/*/auditlog, /ideas/1/AuditLog, true",
        "/*/*/auditlog, /ideas/1/editmeta, false",
        "/*, /sprints, true",
        "/**, /nothing/at/all, true",
        "/users/whoami, /users/WhoAmI, true"
    })
    void pathsMatchInAnyCaseSegmentBySegment(String pattern, String path, boolean matches) {
        assertEquals(matches, match("{'path': '" + pattern + "'}").counts(call("GET", path)));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, GET, /epics, true",
        "GET, GET, /epics/1, true",
        "GET, GET, /epics/1/auditlog, true",
        "GET, GET, /nothing, true",
        "GET, POST, /epics, false",
        "PATCH, PATCH, /epics/1, true",
        "PATCH, PUT, /epics/1, false",
        "PUT, PUT, /epics/1, true",
        "POST, POST, /epics, true",
        "DELETE, DELETE, /customhierarchies/1, true"
    })
    void aMethodIsComparedInAnyCase(String verb, String method, String path, boolean counts) {
        assertEquals(counts, match("{'method': '" + verb + "'}").counts(call(method, path)));
    }

    @Test
    void anyOfSeveralMethodsIsEnoughAndNoMethodIsAny() {
        CallFilter two = match("{'method': ['POST', 'get']}");
        assertTrue(two.counts(call("POST", "/epics")), "POST");
        assertTrue(two.counts(call("GET", "/epics/1")), "GET");
        assertFalse(two.counts(call("PATCH", "/epics/1")), "PATCH");
        assertTrue(match("{}").counts(call("OPTIONS", "/nothing")), "any");
    }

    @Test
    void aPersonaIsTheUserOfTheCredential() {
        for (String persona : new String[] {"'program-manager'", "3"}) {
            CallFilter manager = match("{'persona': " + persona + "}");
            assertTrue(manager.counts(call("GET", "/epics", 3)));
            assertFalse(manager.counts(call("GET", "/epics", 1)));
            assertFalse(manager.counts(call("GET", "/epics")), "nobody known");
        }
    }

    @Test
    void allConditionsHoldTogether() {
        CallFilter all = match("{'method': 'PATCH', 'path': '/epics/*', 'persona': 3}");
        assertTrue(all.counts(call("PATCH", "/epics/1", 3)));
        assertFalse(all.counts(call("PUT", "/epics/1", 3)));
        assertFalse(all.counts(call("PATCH", "/features/1", 3)));
        assertFalse(all.counts(call("PATCH", "/epics/1", 4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | {'nth': 5} | true",
                "{} | {'method': 'PATCH', 'path': '/epics/*', 'persona': 3} | true",
                "{'path': '/epics/**'} | {'path': '/epics'} | true",
                "{'path': '/epics/**'} | {'path': '/epics/*/auditlog'} | true",
                "{'path': '/epics/*'} | {'path': '/epics/7'} | true",
                "{'path': '/epics/7'} | {'path': '/epics/*'} | false",
                "{'path': '/epics/*'} | {'path': '/epics/**'} | false",
                "{'path': '/epics/*/**'} | {'path': '/epics/**'} | false",
                "{'path': '/*/*'} | {'path': '/epics/*'} | true",
                "{'path': '/epics'} | {'path': '/features'} | false",
                "{'header': {'a': 'b'}} | {'header': {'a': 'b', 'c': 'd'}} | true",
                "{'header': {'a': 'b', 'c': 'd'}} | {'header': {'a': 'b'}} | false",
                "{'bodyContains': 'x'} | {} | false",
                "{'bodyContains': 'x'} | {'bodyContains': 'x', 'query': {'top': 1}} | true",
                "{'to': '2026-01-05T09:00:00Z'} | {'to': '2026-01-05T09:00:00Z'} | true",
                "{'user': 3} | {'user': 4} | false",
                "{'method': ['PUT', 'PATCH']} | {'method': 'PUT'} | true",
                "{'method': 'PUT'} | {'method': ['PUT', 'PATCH']} | false",
                "{'method': 'PUT'} | {} | false",
                "{'persona': 3} | {'persona': 'program-manager'} | true",
                "{'persona': 3} | {'persona': 1} | false",
                "{'persona': 3} | {} | false",
                "{'nth': 2} | {'nth': 2} | true",
                "{'nth': 2} | {'nth': 3} | false",
                "{'nth': 2} | {'nth': 2, 'path': '/epics'} | false",
                "{'nth': 2, 'path': '/epics'} | {'nth': 2} | false",
                "{'times': 2} | {} | false",
                "{'probability': 0.5} | {'probability': 0.5} | true",
                "{'probability': 0.5} | {'probability': 0.5, 'seed': 2} | false",
                "{'nth': 2, 'persona': 3, 'method': 'GET'} | {'nth': 2, 'persona': 'program-manager', 'method': 'GET'} | true"
            })
    void aMatcherShadowsAnotherThatFindsNoCallOfItsOwn(String earlier, String later, boolean shadows) {
        assertEquals(shadows, match(earlier).shadows(match(later)));
    }

    @Test
    void aCallDoesNotPrintItsCredential() {
        assertEquals("GET /epics/1", call("GET", "/Epic/1", 3, "secret").toString());
        assertEquals(Optional.of(3L), call("GET", "/epics/1", 3, "secret").userId());
    }
}
