package io.alignemulator.access;

import static io.alignemulator.access.matrix.SmallSite.OPTIONS;
import static io.alignemulator.access.matrix.SmallSite.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Access.Places;
import io.alignemulator.access.Decision.Membership;
import io.alignemulator.access.Decision.Outcome;
import io.alignemulator.access.matrix.SmallSite;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.Rule;
import io.alignemulator.rules.RuleId;
import io.alignemulator.rules.RuleSwitches;
import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where memberships lead, in the small site that is worked out by hand: what is told of it agrees with what is done. */
@Rule({"ACCS-03", "ACCS-07", "ACCS-10"})
class ReachTest {

    private static final World WORLD = SmallSite.world();
    private static final AccessOptions AGILE_TEAMS_WRITE = new AccessOptions(true, false, RuleSwitches.parse(""));
    private static final AccessOptions STRICT = new AccessOptions(false, true, RuleSwitches.parse(""));

    /** Records of every kind, those of the site and some that lie where its records do. */
    private static List<Row> records() {
        List<Row> records = new ArrayList<>();
        for (Resource resource : Rows.CATALOGUE.resources()) {
            WORLD.table(resource).rows().forEach(records::add);
        }
        Stream.of(
                        "Task {storyId:1}",
                        "Task {storyId:2}",
                        "Task {storyId:77}",
                        "Task {}",
                        "Risk {programId:11}",
                        "Risk {releaseId:2}",
                        "Risk {riskType:2, relatedItemId:1}",
                        "Risk {programId:77, releaseId:1}",
                        "Risk {}",
                        "Objective {tier:1, programId:11, teamIds:[101,104,107]}",
                        "Objective {tier:2, programId:20, programIds:[30]}",
                        "Objective {tier:3, solutionId:12}",
                        "Objective {tier:4, portfolioId:3}",
                        "Objective {tier:7, portfolioId:1, programId:10}",
                        "ReleaseVehicle {programIds:[10,30], portfolioIds:[1,77], teamIds:[104]}",
                        "ReleaseVehicle {portfolioIds:[2]}",
                        "AnchorSprint {releaseId:3}",
                        "Dependency {requestingProgramId:20, dependsOnTeamId:102}",
                        "ValueStream {programIds:[11], teamId:103}",
                        "Theme {programIds:[10]}",
                        "Defect {teamId:101}")
                .map(each -> each.split(" ", 2))
                .forEach(each -> records.add(SmallSite.row(each[0], each[1])));
        return records;
    }

    static Stream<AccessOptions> options() {
        return Stream.of(OPTIONS, AGILE_TEAMS_WRITE, STRICT);
    }

    private static List<Long> teams() {
        return StreamSupport.stream(WORLD.table("Team").rows().spliterator(), false)
                .map(Row::id)
                .toList();
    }

    private static Access member(AccessOptions options, long... teams) {
        return Access.of(WORLD, user(1, teams), options);
    }

    @ParameterizedTest
    @MethodSource("options")
    void theTeamsThatAreToldToReadARecordAreThoseWhoseMembersDo(AccessOptions options) {
        Access stranger = member(options);
        for (Row record : records()) {
            if (!stranger.inScope(record)) {
                List<Long> helping = teams().stream()
                        .filter(team -> member(options, team).inScope(record))
                        .toList();
                Decision decision = stranger.record(record, Verb.READ);
                assertEquals(Outcome.OUT_OF_SCOPE, decision.outcome());
                assertEquals(RuleId.ACCS_03, decision.rule());
                assertEquals(helping, told(decision), record + " " + options);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void theTeamsThatAreToldToWriteARecordAreThoseWhoseMembersDo(AccessOptions options) {
        Access stranger = member(options);
        for (Row record : records()) {
            Decision decision = stranger.placement(record);
            if (!decision.isAllowed()) {
                List<Long> helping = teams().stream()
                        .filter(team -> member(options, team).placement(record).isAllowed())
                        .toList();
                assertEquals(Outcome.READ_ONLY, decision.outcome());
                assertEquals(RuleId.ACCS_10, decision.rule());
                assertEquals(helping, told(decision), record + " " + options);
            }
        }
    }

    private static List<Long> told(Decision decision) {
        return decision.memberships().stream().map(Membership::teamId).toList();
    }

    @Test
    void theReasonNamesTheRecordAndTheTeams() {
        assertEquals(
                "no membership of the user reads Story 3; members of these do: team 101 (Auk)",
                member(OPTIONS)
                        .record(WORLD.get("Story", 3).orElseThrow(), Verb.READ)
                        .reason());
        assertEquals(
                "no membership of the user writes Story 3; only a Super Admin does",
                member(OPTIONS, 101)
                        .record(WORLD.get("Story", 3).orElseThrow(), Verb.UPDATE)
                        .reason());
        assertEquals(
                "no membership of the user reads Story 1; members of these do: team 101 (Auk), team 102 (null), team 105 (null)",
                member(OPTIONS)
                        .record(WORLD.get("Story", 1).orElseThrow(), Verb.UPDATE)
                        .reason());
    }

    @ParameterizedTest
    @MethodSource("options")
    @Rule("ACCS-06")
    void theIndexesOfThePlacesFindAllThatIsReachedAndWhereTheyAreExactNothingElse(AccessOptions options) {
        int exact = 0;
        for (long[] teams : new long[][] {{}, {101}, {102}, {103}, {104}, {105}, {106}, {107}, {108}, {101, 105}}) {
            Access access = member(options, teams);
            for (Resource resource : Rows.CATALOGUE.resources()) {
                Optional<Places> places = access.places(resource);
                TreeSet<Long> reached = new TreeSet<>();
                WORLD.table(resource).rows().forEach(row -> {
                    if (access.inScope(row)) {
                        reached.add(row.id());
                    }
                });
                TreeSet<Long> found = new TreeSet<>();
                places.ifPresent(
                        each -> WORLD.table(resource).findAny(each.keys()).forEach(row -> found.add(row.id())));
                assertTrue(places.isEmpty() || found.containsAll(reached), resource.name());
                if (places.filter(Places::exact).isPresent()) {
                    assertEquals(reached, found, resource.name());
                    exact++;
                }
            }
        }
        assertTrue(exact > 80, "exact for " + exact);
    }

    @Test
    void placesAreOnlyKnownWhereARecordSaysItselfWhereItLies() {
        Access member = member(OPTIONS, 101);
        assertEquals(Optional.empty(), member.places(Rows.CATALOGUE.resource("Task")));
        assertEquals(Optional.empty(), member.places(Rows.CATALOGUE.resource("Theme")));
        assertEquals(Optional.empty(), Access.of(WORLD, user(9), OPTIONS).places(Rows.CATALOGUE.resource("Story")));
        assertTrue(member.places(Rows.CATALOGUE.resource("Story")).orElseThrow().exact());
        assertFalse(member.places(Rows.CATALOGUE.resource("Objective"))
                .orElseThrow()
                .exact());
    }

    @ParameterizedTest
    @CsvSource({
        "1, Story, false, false",
        "1, Theme, true, false",
        "1, Defect, true, false",
        "1, Goal, true, true",
        "1, Product, true, true",
        "1, Objective, false, false",
        "1, KeyResult, true, false",
        "9, Story, true, true",
        "9, Objective, true, true",
        "9, Theme, true, true"
    })
    @Rule("ACCS-06")
    void aListNeedsNotAskForEachRecordWhereThePageAloneDecides(
            long role, String resource, boolean seesAll, boolean strict) {
        Resource asked = Rows.CATALOGUE.resource(resource);
        assertEquals(seesAll, Access.of(WORLD, user(role), OPTIONS).seesAll(asked));
        assertEquals(strict, Access.of(WORLD, user(role), STRICT).seesAll(asked));
    }

    @Test
    @Rule("ACCS-11")
    void membersOfAnAgileTeamWriteInItsProgramBySettingOnly() {
        Row story = SmallSite.row("Story", "{programId:10}");
        assertFalse(member(OPTIONS, 101).placement(story).isAllowed());
        assertTrue(member(AGILE_TEAMS_WRITE, 101).placement(story).isAllowed());
        assertTrue(member(AGILE_TEAMS_WRITE, 101).inScope(story));
        assertFalse(member(AGILE_TEAMS_WRITE, 101).inScope(SmallSite.row("Story", "{programId:11}")));
    }

    @Test
    @Rule("ACCS-06")
    void aKeyResultLiesWhereItsObjectiveDoesIfScopeIsStrict() {
        Row one = SmallSite.row("KeyResult", "{parentType:44, parentId:1}");
        assertTrue(member(OPTIONS).inScope(one));
        assertFalse(member(STRICT).inScope(one));
        assertTrue(member(STRICT, 105).inScope(one));
        assertFalse(member(STRICT, 106).inScope(one));
    }

    @ParameterizedTest
    @CsvSource({
        // Nothing to blame where it may lie.
        "102, Story, '{programId:10}', false, ''",
        // What can be read could be written in a team of one's own.
        "101, Story, '{programId:10}', false, teamId",
        "101, Feature, '{primaryProgramId:10}', false, primaryProgramId",
        // Otherwise the first place that is set, or else the parent that is, or else the first parent or place there
        // is.
        "101, Story, '{programId:11}', false, programId",
        "101, Story, '{teamId:102}', false, teamId",
        "101, Epic, '{additionalProgramIds:[11]}', false, additionalProgramIds",
        "101, Feature, '{primaryProgramId:0, additionalProgramIds:[11]}', false, additionalProgramIds",
        "101, Epic, '{}', false, primaryProgramId",
        "101, Task, '{storyId:1}', false, storyId",
        "106, Risk, '{releaseId:2}', false, releaseId",
        "106, Risk, '{riskType:2, relatedItemId:1}', false, relatedItemId",
        "106, Risk, '{programId:10, releaseId:2}', false, programId",
        "106, Risk, '{}', false, releaseId",
        "106, Objective, '{tier:3, programId:11, solutionId:12}', false, solutionId",
        "106, Objective, '{tier:4, portfolioId:1}', false, portfolioId",
        "106, Objective, '{tier:7}', false, id",
        "106, Program, '{teamId:-1, portfolioId:1}', false, id",
        // A new place has no members yet.
        "0, Program, '{portfolioId:2}', true, ''",
        "0, Program, '{portfolioId:2}', false, id",
        "0, Story, '{programId:10}', true, programId"
    })
    @Rule("ACCS-04")
    void theFieldToBlameIsTheOneThatPutsARecordWhereItMayNotLie(
            long team, String resource, String record, boolean isNew, String field) {
        Access access = team == 0 ? member(OPTIONS) : member(OPTIONS, team);
        assertEquals(
                field,
                access.misplaced(SmallSite.row(resource, record), isNew)
                        .map(Field::name)
                        .orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name:'x'}", "{teamId:'101'}", "{teamId:null}"})
    void aMembershipThatNamesNoTeamReachesNothing(String membership) {
        Row user = SmallSite.row("User", "{roleId:1, teams:[" + membership + "]}");
        assertFalse(
                Access.of(WORLD, user, OPTIONS).inScope(WORLD.get("Story", 2).orElseThrow()));
        Row also = SmallSite.row("User", "{roleId:1, teams:[" + membership + ", {teamId:101}]}");
        assertTrue(Access.of(WORLD, also, OPTIONS).inScope(WORLD.get("Story", 2).orElseThrow()));
    }

    @Test
    void aSiteCanDoWithoutScope() {
        Row story = WORLD.get("Story", 2).orElseThrow();
        AccessOptions without = new AccessOptions(false, false, RuleSwitches.parse("ACCS-07=off"));
        assertTrue(member(without).sees(story));
        assertTrue(member(without).record(story, Verb.UPDATE).isAllowed());
        assertTrue(member(without).seesAll(story.resource()));
        assertEquals(Optional.empty(), member(without).places(story.resource()));
        AccessOptions readersWrite = new AccessOptions(false, false, RuleSwitches.parse("ACCS-10=off"));
        Row read = WORLD.get("Story", 3).orElseThrow();
        assertTrue(member(readersWrite, 101).record(read, Verb.UPDATE).isAllowed());
        assertEquals(List.of(101L), told(member(readersWrite).placement(read)));
    }
}
