package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.rules.RuleBook;
import io.alignemulator.rules.RuleEntry;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every rule with a switch, on and off: one call each, from {@code rule-switches.json}. What it refuses while it is on is told by its id, or by that of the rule which it serves
 * ({@code told}).
 */
@Tag("in-process")
class RuleSwitchesTest extends BlackBox {

    /** Rules that are off give answers another form. */
    @Override
    boolean isOutsideTheDocument() {
        return true;
    }

    @Override
    SiteUnderTest start() {
        return EmulatedSite.with(Settings.EMULATOR_REASON, "on");
    }

    static List<JsonNode> cases() throws IOException {
        try (InputStream in = RuleSwitchesTest.class.getResourceAsStream("/rule-switches.json")) {
            List<JsonNode> cases = new ArrayList<>();
            JsonMapper.shared().readTree(in).forEach(cases::add);
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Rule("EMUL-22")
    void aRuleThatIsSwitchedOffMakesAnotherAnswer(JsonNode each) {
        switched(each.path("rule").asString() + "=on").expect(200);
        assertOutcome(each, "on");
        control("POST", "/reset", "");
        switched(each.path("rule").asString() + "=off").expect(200);
        assertOutcome(each, "off");
    }

    @Test
    @Rule("EMUL-22")
    void everyRuleWithASwitchIsTried() throws IOException {
        TreeSet<String> tried = new TreeSet<>();
        cases().forEach(each -> tried.add(each.path("rule").asString()));
        TreeSet<String> switchable = new TreeSet<>();
        RuleBook.load().entries().stream()
                .filter(entry -> entry.holds() && entry.switchedOff().isPresent())
                .map(RuleEntry::id)
                .forEach(switchable::add);
        assertEquals(switchable, tried, "rule-switches.json has a case for each rule with a switch, and no others");
    }

    @Test
    @Rule("EMUL-22")
    void whatCannotBeSwitchedIsRefusedWithTheReason() {
        assertAll(
                () -> assertRefused("ADR-08=off", "no rule is called 'ADR-08'; did you mean ADDR-08?"),
                () -> assertRefused("RATE-05=off", "RATE-05 is governed by the setting retry-after"),
                () -> assertRefused("WRIT-01=off", "WRIT-01 has no switch"),
                () -> assertRefused("FILT-06=off", "FILT-06 is governed by the setting null-comparison"),
                () -> assertRefused("ADDR-08", "ADDR-08 stands without =on or =off"),
                () -> assertRefused("ADDR-08=maybe", "ADDR-08 stands without =on or =off"),
                () -> assertRefused("ADDR-08=off,addr-08=on", "ADDR-08 stands twice"));
    }

    @Test
    @Rule("EMUL-22")
    void severalRulesAreSwitchedAtOnceAndBackOn() {
        switched("addr-08=off, LIST-21=off").expect(200);
        client().send("DELETE", "/Epics/1", Map.of(), "").expect(404);
        client().get("/Epics?expand=yes").expect(200);
        switched("LIST-21=on").expect(200);
        client().send("DELETE", "/Epics/1", Map.of(), "").expect(405);
        client().get("/Epics?expand=yes").expect(400);
    }

    private void assertRefused(String rules, String reason) {
        Answer answer = switched(rules).expect(400);
        assertTrue(answer.body().contains(reason), answer.body());
        client().send("DELETE", "/Epics/1", Map.of(), "").expect(405);
    }

    private Answer switched(String rules) {
        return control("PUT", "/settings", JsonMapper.shared().writeValueAsString(Map.of("rules", rules)));
    }

    private void assertOutcome(JsonNode each, String state) {
        JsonNode expected = each.path(state);
        Client client = each.has("as") ? client().as(each.path("as").asString()) : client();
        Answer answer = client.send(
                each.path("method").asString("GET"),
                each.path("path").asString().replace("$", "%24"),
                each.has("body") ? Map.of("Content-Type", each.path("type").asString("application/json")) : Map.of(),
                each.has("body") ? each.path("body").toString() : "");
        assertEquals(expected.path("status").asInt(), answer.status(), () -> state + ": " + answer.body());
        assertTrue(answer.body().contains(expected.path("body").asString("")), () -> state + ": " + answer.body());
        if (state.equals("on") && answer.status() >= 400) {
            String reason = answer.header("x-emulator-reason");
            assertTrue(
                    reason.startsWith(
                            expected.path("told").asString(each.path("rule").asString())),
                    reason);
        }
        if (expected.has("look")) {
            assertEquals(
                    expected.path("look").asString(),
                    client().get(each.path("look").asString()).body(),
                    state);
        }
    }
}
