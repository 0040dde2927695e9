package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Evidence;
import io.alignemulator.rules.Rule;
import io.alignemulator.rules.RuleBook;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is known about the rules, as anybody can ask it of a running emulator. */
class FidelityTest extends BlackBox {

    private JsonNode fidelity() {
        return control("GET", "/fidelity", "").expect(200).json();
    }

    @Test
    @Rule("EMUL-23")
    void everyRuleIsToldWithItsEvidence() {
        JsonNode rules = fidelity().path("rules");
        assertEquals(RuleBook.load().entries().size(), rules.size());
        for (JsonNode rule : rules) {
            String id = rule.path("id").asString();
            assertFalse(rule.path("says").asString("").isEmpty(), id);
            assertTrue(fidelity().path("evidence").has(rule.path("evidence").asString()), id);
        }
    }

    @Test
    @Rule("EMUL-23")
    void rulesAreCountedByEvidenceAndNotSummedUp() {
        JsonNode fidelity = fidelity();
        Map<String, Integer> holds = new TreeMap<>();
        Map<String, Integer> planned = new TreeMap<>();
        fidelity.path("rules").forEach(rule -> (rule.path("status").asString().equals("holds") ? holds : planned)
                .merge(rule.path("evidence").asString(), 1, Integer::sum));
        for (Evidence each : Evidence.values()) {
            assertEquals(
                    holds.getOrDefault(each.name(), 0),
                    fidelity.path("holds").path(each.name()).asInt(0),
                    each.name());
            assertEquals(
                    planned.getOrDefault(each.name(), 0),
                    fidelity.path("planned").path(each.name()).asInt(0),
                    each.name());
        }
        assertFalse(fidelity.toString().contains("percent\""), "no single figure");
    }

    private JsonNode reliedOn() {
        return control("GET", "/fidelity/relied-on", "").expect(200).json();
    }

    @Test
    @Rule("EMUL-27")
    void aSiteTellsWhichAssumedRulesHadASayAndWhatSwitchesThem() {
        client().get("/Regions/1").expect(200);
        assertEquals(0, reliedOn().size(), "a plain read rests on nothing that is assumed");
        for (int i = 0; i < 2; i++) {
            client().replace("/Iterations/1", "endDate", "\"1999-01-01T00:00:00Z\"")
                    .expect(400);
        }
        JsonNode order = reliedOn().path(0);
        assertEquals("LIFE-09", order.path("rule").asString());
        assertEquals("U", order.path("evidence").asString());
        assertEquals(2, order.path("calls").asInt());
        assertEquals("LIFE-09=off", order.path("switchedBy").asString());
        resetSite();
        assertEquals(0, reliedOn().size(), "a reset forgets it");
    }

    private JsonNode verdicts() {
        return control("GET", "/conformance", "").expect(200).json();
    }

    private static String state(JsonNode verdicts, String requirement) {
        for (JsonNode verdict : verdicts.path("verdicts")) {
            if (verdict.path("id").asString().equals(requirement)) {
                return verdict.path("state").asString();
            }
        }
        throw new AssertionError("no requirement " + requirement);
    }

    @Test
    @Rule("EMUL-36")
    void aClientIsJudgedByTheCallsOfTheJournalAsTheyComeIn() {
        JsonNode before = verdicts();
        assertEquals("The client made no call", before.path("unjudged").asString());
        assertEquals("not exercised", state(before, "AUTH-01"));
        client().get("/regions?top=1").expect(200);
        JsonNode after = verdicts();
        assertEquals("", after.path("unjudged").asString());
        assertEquals("passed", state(after, "AUTH-01"));
        assertEquals("failed", state(after, "QUERY-15"));
        assertEquals("QUERY-15", after.path("failed").path(0).asString());
        assertEquals(1, after.path("failed").size(), after.path("failed").toString());
        control("DELETE", "/requests", "").expect(204);
        assertEquals(before, verdicts());
    }
}
