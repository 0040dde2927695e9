package io.alignemulator.access;

import static io.alignemulator.access.matrix.SmallSite.OPTIONS;
import static io.alignemulator.access.matrix.SmallSite.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Decision.Outcome;
import io.alignemulator.access.matrix.SmallSite;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.Rule;
import io.alignemulator.rules.RuleId;
import io.alignemulator.rules.RuleSwitches;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import io.alignemulator.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a role opens, and what is said where it does not. */
@Rule({"ACCS-01", "ACCS-02", "ACCS-08"})
class RoleTest {

    private static final World WORLD = SmallSite.world();
    private static final String MEMBER = "role 1 (Member)";

    private static Access of(long role, String... switches) {
        return Access.of(
                WORLD,
                user(role, 105),
                new AccessOptions(false, false, RuleSwitches.parse(String.join(",", switches))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, Epic, READ, -, -",
                "1, Epic, UPDATE, ACCS-02, 'lacks the page Portfolio > Manage > Epics: Add+Edit'",
                "1, Feature, READ, ACCS-02, 'lacks the page Program > Manage > Features: View'",
                "1, Feature, CREATE, ACCS-02, 'lacks the page Program > Manage > Features: Add+Edit'",
                "1, Story, READ, -, -",
                "1, Story, CREATE, -, -",
                "1, Story, UPDATE, -, -",
                "4, CustomHierarchy, DELETE, -, -",
                "5, CustomHierarchy, DELETE, ACCS-01, 'lacks the action Manage Agile Objects (Admin)'",
                "3, CustomHierarchy, DELETE, ACCS-02, 'lacks the page Administration > Custom Hierarchies: Add+Edit'",
                "2, Story, READ, -, -",
                "2, Story, UPDATE, ACCS-01, 'lacks the action Add Agile Objects'",
                "3, Story, READ, -, -",
                "3, Story, UPDATE, ACCS-02, 'lacks the page Team > Manage > Stories: Add+Edit'",
                "1, KeyResult, READ, -, -",
                "1, KeyResult, CREATE, -, -",
                "9, Feature, READ, -, -",
                "9, Feature, CREATE, -, -",
                "9, CustomHierarchy, DELETE, -, -",
                "77, Story, READ, ACCS-02, 'lacks the page Team > Manage > Stories: View'",
                // Internal records stand on no page.
                "77, CustomFieldDefinition, READ, -, -",
                "77, CustomFieldDefinition, UPDATE, -, -"
            })
    void aRoleOpensTheCollectionsOfItsPages(
            long role, String resource, Verb verb, @Nullable String rule, @Nullable String reason) {
        Decision decision = of(role).page(Rows.CATALOGUE.resource(resource), verb);
        assertEquals(reason == null, decision.isAllowed());
        assertEquals(reason == null ? Outcome.ALLOWED : Outcome.PAGE_CLOSED, decision.outcome());
        if (reason != null && rule != null) {
            assertEquals(RuleId.of(rule), decision.rule());
            assertEquals(name(role) + " " + reason, decision.reason());
            assertEquals(List.of(reason.replaceFirst("lacks the (page|action) ", "")), decision.toggles());
        }
        assertEquals(decision, of(role).page(Rows.CATALOGUE.resource(resource), verb), "the same when asked again");
    }

    /** As people are told: with its name, where it has one. */
    private static String name(long role) {
        return role == 1 ? MEMBER : role == 77 ? "role 77" : "role " + role + " (null)";
    }

    @Test
    void onOneOfSeveralPagesACollectionOpensAndEachOfThemIsTold() {
        Decision closed = of(2).page(Rows.CATALOGUE.resource("KeyResult"), Verb.READ);
        List<String> pages = Arrays.stream(new String[] {"Team", "Program", "Solution", "Portfolio"})
                .map(each -> each + " > Manage > Objectives: View")
                .toList();
        assertEquals(pages, closed.toggles());
        assertEquals("role 2 (null) lacks the page " + String.join(" or ", pages), closed.reason());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, READ, true",
        "1, 1, UPDATE, true",
        "1, 2, READ, true",
        "1, 2, UPDATE, false",
        "1, 3, READ, false",
        "1, 4, READ, false",
        "9, 4, UPDATE, true",
        // One of a tier that is none stands on all of the pages.
        "1, 7, READ, true",
        "2, 7, READ, false"
    })
    @Rule("ACCS-09")
    void anObjectiveStandsOnThePageOfItsTier(long role, long tier, Verb verb, boolean open) {
        Row objective = SmallSite.row(
                "Objective", "{tier:" + tier + ", programId:10, programIds:[10], solutionId:12, portfolioId:1}");
        assertEquals(open, of(role).page(objective, verb).isAllowed());
        assertEquals(role != 2, of(role, "ACCS-09=off").page(objective, verb).isAllowed());
        assertTrue(of(role, "ACCS-08=off").page(objective, verb).isAllowed());
        if (tier < 7) {
            assertEquals(open, of(role).record(objective, verb).isAllowed());
            assertEquals(open || verb != Verb.READ && tier == 2, of(role).sees(objective));
        }
    }

    @Test
    void aRecordThatIsNotReachedIsHiddenBeforeItsPageIsLookedAt() {
        Row far = SmallSite.row("Feature", "{primaryProgramId:20}");
        Row near = SmallSite.row("Feature", "{primaryProgramId:10}");
        assertEquals(Outcome.OUT_OF_SCOPE, of(1).record(far, Verb.READ).outcome());
        assertEquals(Outcome.PAGE_CLOSED, of(1).record(near, Verb.READ).outcome());
        assertFalse(of(1).sees(near));
        assertTrue(of(1).inScope(near));
        assertFalse(of(1).sees(SmallSite.row("Story", "{programId:20}")));
        assertTrue(of(1).sees(SmallSite.row("Story", "{programId:10}")));
    }

    @Test
    void aUserWithoutARoleOpensNothing() {
        Row nobody = SmallSite.row("User", "{roleId:null}");
        Decision decision = Access.of(WORLD, nobody, OPTIONS).page(Rows.CATALOGUE.resource("Story"), Verb.READ);
        assertEquals("role 0 lacks the page Team > Manage > Stories: View", decision.reason());
    }

    @Test
    void outcomesAreToldInWords() {
        assertEquals(
                List.of("allowed", "page closed", "out of scope", "read only"),
                Arrays.stream(Outcome.values()).map(Outcome::text).toList());
    }

    @Test
    @Rule({"ACCS-06", "ACCS-11"})
    void theSettingsSayWhatTheEvidenceLeavesOpen() {
        RuleSwitches none = RuleSwitches.parse("");
        assertEquals(OPTIONS, AccessOptions.of(Settings.DEFAULTS));
        assertEquals(
                new AccessOptions(true, false, none),
                AccessOptions.of(Settings.of(Map.of("agile-team-writes", "program"))));
        assertEquals(new AccessOptions(false, true, none), AccessOptions.of(Settings.of(Map.of("strict-scope", "on"))));
        assertEquals(
                new AccessOptions(false, false, RuleSwitches.parse("ACCS-07=off")),
                AccessOptions.of(Settings.of(Map.of("rules", "ACCS-07=off"))));
    }
}
