package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.ENDPOINTS;
import static io.alignemulator.sandbox.faults.Examples.PERSONAS;
import static io.alignemulator.sandbox.faults.Examples.fault;
import static io.alignemulator.sandbox.faults.Examples.mistakes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import io.alignemulator.wording.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that can never act are refused, with the reason. */
@Rule("EMUL-07")
class ReachabilityTest {

    private static final String CLOSE = "{'type': 'closeAfter'}";

    private static String rule(String match, String effect) {
        return "{'match': " + match + ", 'effect': " + effect + "}";
    }

    private static Mistake only(String rule) {
        List<Mistake> mistakes = mistakes(rule);
        assertEquals(1, mistakes.size(), mistakes::toString);
        return mistakes.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//epics",
                "/sprints",
                "/items/**",
                "/epics/one",
                "/epics/99999999999",
                "/epics/1/children",
                "/epics/*/*/*/*",
                "/users/current",
                "/epics?id=1",
                "/milestones/1/milestones",
                "/connectors/x/boards"
            })
    void aPathThatIsNoAddressIsRefused(String path) {
        Mistake mistake = only(rule("{'path': '" + path + "'}", CLOSE));
        assertEquals("/match/path", mistake.pointer());
        assertThat(
                mistake.refusal().toString(),
                containsString("is not an address of the API, which begins with one of anchorsprints,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/**",
                "/*",
                "/*/*",
                "/epics",
                "/EPICS/",
                "/epic/7",
                "/epics/*/auditlog",
                "/*/7/editmeta",
                "/epics/**",
                "/epics/7/**",
                "/users/whoami",
                "/REST/align/api/2/epics/1",
                "/*/whoami",
                "/connectors/3/boards",
                "/connectors/3/projects/ANY/mappings/states",
                "/gridconfigurations/feature/columnconfigurations"
            })
    void aPathThatIsAnAddressIsTaken(String path) {
        assertNotNull(fault(rule("{'path': '" + path + "'}", CLOSE)));
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /epics, 'GET, POST'",
        "POST, /epics/1, 'GET, PATCH, PUT'",
        "PUT, /portfolios/*, GET",
        "DELETE, /epics/*, 'GET, PATCH, PUT'",
        "POST, /epics/*/auditlog, GET",
        "HEAD, /epics, 'GET, POST'",
        "OPTIONS, /epics/*, 'GET, PATCH, PUT'"
    })
    void aVerbThatTheAddressDoesNotHaveIsRefused(String verb, String path, String known) {
        Mistake mistake = only(rule("{'method': '" + verb + "', 'path': '" + path + "'}", CLOSE));
        assertEquals("/match/method", mistake.pointer());
        assertEquals("\"" + verb + "\"", mistake.value());
        assertThat(
                mistake.refusal().toString(), containsString("is not a method of " + path + ", which takes " + known));
    }

    @Test
    void eachOfSeveralVerbsHasToBeThere() {
        assertEquals(
                "\"DELETE\"",
                only(rule("{'method': ['GET', 'DELETE'], 'path': '/epics/*'}", CLOSE))
                        .value());
        assertNotNull(fault(rule("{'method': ['POST', 'DELETE'], 'path': '/customhierarchies/**'}", CLOSE)));
        assertNotNull(fault(rule("{'method': 'get', 'path': '/users/whoami'}", CLOSE)));
    }

    @Test
    void aNumberThatIsNeverChosenIsRefused() {
        assertEquals(
                new Mistake("/match/nth", "2", Reason.not("a call that 'from' lets through: the first is 3")),
                only(rule("{'nth': 2, 'from': 3}", CLOSE)));
        assertEquals(
                new Mistake("/match/nth", "1", Reason.not("a call that probability 0.01 with seed 1 chooses")),
                only(rule("{'nth': 1, 'probability': 0.01}", CLOSE)));
        assertNotNull(fault(rule("{'nth': 3, 'from': 3, 'times': 1}", CLOSE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'method': 'PATCH'} | {'type': 'extraProperty', 'name': 'x', 'value': 1} | PATCH is answered with an empty body",
                "{'method': 'PATCH'} | {'type': 'wrongType', 'field': 'id'} | PATCH is answered with an empty body",
                "{'method': 'PATCH'} | {'type': 'malformedJson'} | PATCH is answered with an empty body",
                "{'method': 'PUT', 'path': '/epics/*'} | {'type': 'truncatedBody'} | PUT is answered with an empty body",
                "{'method': 'DELETE'} | {'type': 'drip', 'bytesPerChunk': 1, 'pause': 'PT1S'} | DELETE is answered with an empty body",
                "{'method': 'POST'} | {'type': 'extraProperty', 'name': 'x', 'value': 1} | POST is answered with the new id alone",
                "{'method': ['POST', 'PUT']} | {'type': 'wrongType', 'field': 'id'} | POST is answered with the new id alone; PUT is answered with an empty body"
            })
    void anEffectThatWouldChangeNothingIsRefused(String match, String effect, String reason) {
        Mistake mistake = only(rule(match, effect));
        assertEquals("/effect", mistake.pointer());
        assertEquals(
                "is not an effect that would change anything: " + reason,
                mistake.refusal().toString());
    }

    @Test
    void keysAreKnownForRecords() {
        String epics = "{'method': 'GET', 'path': '/epics/*'}";
        assertEquals(
                "is not an effect that would change anything: 'Title' is no key of Epic",
                only(rule(epics, "{'type': 'wrongType', 'field': 'Title'}"))
                        .refusal()
                        .toString());
        assertEquals(
                "is not an effect that would change anything: 'id' is a key of Epic already",
                only(rule(epics, "{'type': 'extraProperty', 'name': 'id', 'value': 1}"))
                        .refusal()
                        .toString());
        assertNotNull(fault(rule(epics, "{'type': 'wrongType', 'field': 'features'}")), "an expanded key");
        assertNotNull(fault(rule(epics, "{'type': 'wrongType', 'field': 'self'}")));
        assertThat(
                only(rule("{'path': '/*'}", "{'type': 'wrongType', 'field': 'nowhere'}"))
                        .refusal()
                        .toString(),
                containsString("; and so on"));
    }

    @Test
    void theKeysOfAuditRowsAreNotChecked() {
        assertNotNull(fault(rule("{'path': '/epics/*/auditlog'}", "{'type': 'wrongType', 'field': 'details'}")));
    }

    @Test
    void oneAnswerThatCanBeChangedIsEnough() {
        assertNotNull(
                fault(rule("{'method': ['GET', 'PATCH']}", "{'type': 'extraProperty', 'name': 'x', 'value': 1}")));
        assertNotNull(fault(rule("{}", "{'type': 'wrongType', 'field': 'title'}")));
        assertNotNull(fault(rule("{'method': 'POST'}", "{'type': 'malformedJson'}")));
        assertNotNull(fault(rule("{'method': 'POST'}", "{'type': 'truncatedBody'}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"closeAfter", "closeBefore", "unauthorizedFromNowOn", "proxyPage", "tooManyRequests"})
    void effectsThatNeedNoBodyActOnEveryVerb(String type) {
        for (String verb : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            assertNotNull(fault(rule("{'method': '" + verb + "'}", "{'type': '" + type + "'}")));
        }
    }

    @Test
    void settingsDecideWhichWritesAnswerWithAnObject() {
        Settings objects =
                Settings.DEFAULTS.with(Settings.POST_RESPONSE, "object").with(Settings.PUT_STATUS, "200");
        FaultSite site = new FaultSite(ENDPOINTS, PERSONAS, objects);
        String extra = "{'type': 'extraProperty', 'name': 'x', 'value': 1}";
        assertNotNull(Examples.prepared(rule("{'method': 'POST'}", extra), site));
        assertNotNull(Examples.prepared(rule("{'method': 'PUT'}", extra), site));
        assertEquals(1, mistakes(rule("{'method': 'PATCH'}", extra), site).size());
    }
}
