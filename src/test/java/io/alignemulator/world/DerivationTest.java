package io.alignemulator.world;

import static io.alignemulator.world.Rows.object;
import static io.alignemulator.world.Rows.row;
import static io.alignemulator.world.Rows.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of computed field: in a seed, after a write in either order, and after the records it follows from have changed. */
@Rule("REPR-20")
class DerivationTest {

    /** The last row of each case is looked at. */
    static Stream<Arguments> cases() {
        return Stream.of(
                kind(
                        "reverse",
                        "featureIds",
                        List.of(3L, 8L),
                        row("Feature", 8, "parentId", 1L),
                        row("Feature", 3, "parentId", 1L),
                        row("Feature", 4, "parentId", 2L),
                        row("Epic", 1)),
                kind(
                        "reverse over an array",
                        "storyIds",
                        List.of(5L),
                        row("Story", 5, "releaseVehicleIds", List.of(9L, 1L)),
                        row("Story", 6, "releaseVehicleIds", List.of(9L)),
                        row("ReleaseVehicle", 1)),
                kind(
                        "count of a computed array",
                        "storiesCount",
                        2L,
                        row("Story", 5, "releaseVehicleIds", List.of(1L)),
                        row("Story", 6, "releaseVehicleIds", List.of(1L)),
                        row("ReleaseVehicle", 1)),
                kind(
                        "count of one that nothing else follows",
                        "defectsCount",
                        1L,
                        row("Defect", 5, "releaseVehicleIds", List.of(1L)),
                        row("ReleaseVehicle", 1)),
                kind(
                        "echo",
                        "releaseName",
                        "PI 7",
                        row("Release", 2, "title", "PI 7"),
                        row("ReleaseVehicle", 1, "releaseId", 2L)),
                kind("echo of nothing", "releaseName", null, row("ReleaseVehicle", 1)),
                kind(
                        "echo of a record that is not there",
                        "releaseName",
                        null,
                        row("ReleaseVehicle", 1, "releaseId", 2L)),
                kind("mirror of 1", "isBlocked", true, row("Dependency", 1, "blocked", 1L)),
                kind("mirror of 0", "isBlocked", false, row("Dependency", 1, "blocked", 0L)),
                kind("mirror of null", "isBlocked", false, row("Dependency", 1)),
                kind("when it holds", "isAccepted", 1L, row("Story", 1, "state", 5L)),
                kind("when it does not", "isAccepted", 0L, row("Story", 1, "state", 4L)),
                kind("uid of a new user", "uid", "17", row("User", 17)),
                kind("uid of a legacy user", "uid", "old.login", row("User", 17, "uid", "old.login")),
                kind("full name", "fullName", "Ann Lee", row("User", 1, "firstName", "Ann", "lastName", "Lee")),
                kind("full name of one word", "fullName", "Ann", row("User", 1, "firstName", "Ann", "lastName", null)),
                kind("status of an active user", "status", "Active", row("User", 1, "isLocked", 0L)),
                kind("status of a deactivated user", "status", "Inactive", row("User", 1, "isLocked", -1L)),
                kind(
                        "memberships",
                        "teams",
                        List.of(object(
                                "teamId",
                                4L,
                                "teamName",
                                "Red",
                                "teamType",
                                2L,
                                "roleId",
                                1L,
                                "roleName",
                                "ScrumMaster")),
                        row("Team", 4, "name", "Red", "type", 2L),
                        row("User", 1, "teams", List.of(object("teamId", 4L, "roleId", 1L, "teamName", "stale")))),
                kind(
                        "membership of a team that is not there",
                        "teams",
                        List.of(object(
                                "teamId", 4L, "teamName", null, "teamType", null, "roleId", 77L, "roleName", null)),
                        row("User", 1, "teams", List.of(object("teamId", 4L, "roleId", 77L)))),
                kind(
                        "process step",
                        "processStepName",
                        "61 - Build",
                        stream(),
                        row("Feature", 1, "processStepId", 61L)),
                kind(
                        "process step that is not there",
                        "processStepName",
                        null,
                        stream(),
                        row("Feature", 1, "processStepId", 62L)),
                kind(
                        "custom fields in the order of the site",
                        "customFields",
                        List.of(
                                object("customfield_00002", null),
                                object("customfield_00001", List.of(object("value", "x")))),
                        definition(1, "Theme", "customfield_00009"),
                        definition(2, "Feature", "customfield_00002"),
                        definition(3, "Feature", "customfield_00001"),
                        row(
                                "Feature",
                                1,
                                "customFields",
                                List.of(object("customfield_00001", List.of(object("value", "x")))))),
                kind("custom fields of a site without any", "customFields", null, row("Feature", 1)),
                kind("risk exposure", "exposure", 6.0, row("Risk", 1, "occurrence", 2L, "impact", 3L)),
                kind("risk exposure of half a risk", "exposure", null, row("Risk", 1, "occurrence", 2L)));
    }

    private static Arguments kind(String name, String field, Object expected, Row... rows) {
        return Arguments.of(name, field, expected, List.of(rows));
    }

    private static Row stream() {
        return row(
                "ValueStream",
                6,
                "processSteps",
                List.of(object("id", 60L, "name", "Plan"), object("id", 61L, "name", "Build")));
    }

    private static Row definition(long id, String resource, String key) {
        return row("CustomFieldDefinition", id, "resource", resource, "key", key);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aSeedComputesIt(String name, String field, Object expected, List<Row> rows) {
        assertEquals(expected, last(Rows.seed(rows), rows).get(field));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aWriteComputesIt(String name, String field, Object expected, List<Row> rows) {
        assertEquals(expected, last(Rows.put(rows.toArray(Row[]::new)), rows).get(field));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void writingItHasNoEffect(String name, String field, Object expected, List<Row> rows) {
        World world = Rows.seed(rows);
        Row stored = last(world, rows);
        assertEquals(stored, last(world.put(stored), rows));
    }

    private static Row last(World world, List<Row> rows) {
        Row row = rows.get(rows.size() - 1);
        return world.get(row.resource().name(), row.id()).orElseThrow();
    }

    @Test
    void aChildMovesFromOneParentToAnother() {
        World world = Rows.seed(
                row("Epic", 1), row("Epic", 2), row("Feature", 5, "parentId", 1L), row("Feature", 6, "parentId", 1L));
        World moved = world.put(with(get(world, "Feature", 5), "parentId", 2L));
        assertEquals(List.of(6L), get(moved, "Epic", 1).get("featureIds"));
        assertEquals(List.of(5L), get(moved, "Epic", 2).get("featureIds"));
        World orphan = moved.put(with(get(moved, "Feature", 5), "parentId", 0L));
        assertEquals(List.of(), get(orphan, "Epic", 2).get("featureIds"));
        assertEquals(
                List.of(5L, 6L),
                get(orphan.put(get(world, "Feature", 5)), "Epic", 1).get("featureIds"));
    }

    @Test
    void aWriteThatTouchesNoLinkLeavesTheParentAlone() {
        World world = Rows.seed(row("Epic", 1), row("Feature", 5, "parentId", 1L));
        World renamed = world.put(with(get(world, "Feature", 5), "title", "other"));
        assertSame(get(world, "Epic", 1), get(renamed, "Epic", 1));
    }

    @Test
    void aParentThatComesAfterItsChildrenFindsThem() {
        World world = Rows.put(row("Feature", 5, "parentId", 1L), row("Epic", 1));
        assertEquals(List.of(5L), get(world, "Epic", 1).get("featureIds"));
    }

    @Test
    void aRenamedRecordIsRepeatedUnderItsNewName() {
        World world = Rows.seed(
                row("Team", 4, "name", "Red"),
                row("ConnectorBoard", 1, "teamId", 4L),
                row("ConnectorBoard", 2, "teamId", 5L),
                row("User", 9, "teams", List.of(object("teamId", 4L, "roleId", 3L))));
        World renamed = world.put(with(get(world, "Team", 4), "name", "Blue", "type", 5L));
        assertEquals("Blue", get(renamed, "ConnectorBoard", 1).get("teamName"));
        assertNull(get(renamed, "ConnectorBoard", 2).get("teamName"));
        Map<?, ?> membership = (Map<?, ?>) ((List<?>) get(renamed, "User", 9).get("teams")).get(0);
        assertEquals(
                List.of("Blue", 5L, "Developer"),
                Stream.of("teamName", "teamType", "roleName")
                        .map(membership::get)
                        .toList());
    }

    @Test
    void aDivisionMayRepeatItsOwnName() {
        World world = Rows.put(row("Division", 1, "name", "All", "parentId", 1L));
        assertEquals("All", get(world, "Division", 1).get("parentName"));
        World renamed = world.put(with(get(world, "Division", 1), "name", "Everything"));
        assertEquals("Everything", get(renamed, "Division", 1).get("parentName"));
    }

    @Test
    void theTotalsOfAVehicleFollowItsStories() {
        World world = Rows.put(
                row("ReleaseVehicle", 1),
                story(1, 5, 8L, 1L, 1L),
                story(2, 4, 5L, 1L, 2L),
                story(3, 0, null, null, 2L));
        assertEquals(List.of(33.3, 13L, 8L, 1L, 2L, 3L), totals(world));
        World accepted = world.put(with(get(world, "Story", 2), "state", 5L));
        assertEquals(List.of(66.7, 13L, 13L, 1L, 2L, 3L), totals(accepted));
        World left = accepted.put(with(get(accepted, "Story", 1), "releaseVehicleIds", List.of()));
        assertEquals(List.of(50.0, 5L, 5L, 1L, 1L, 2L), totals(left));
        World pointed = left.put(with(get(left, "Story", 3), "effortPoints", 20L, "teamId", 7L));
        assertEquals(List.of(50.0, 25L, 5L, 2L, 1L, 2L), totals(pointed));
        World gone = pointed.remove(get(pointed, "Story", 2)).remove(get(pointed, "Story", 3));
        assertEquals(List.of(0.0, 0L, 0L, 0L, 0L, 0L), totals(gone));
    }

    private static Row story(long id, long state, Long points, Long team, Long program) {
        return row(
                "Story",
                id,
                "state",
                state,
                "effortPoints",
                points,
                "teamId",
                team,
                "programId",
                program,
                "releaseVehicleIds",
                List.of(1L));
    }

    private static List<Object> totals(World world) {
        return Stream.of(
                        "storiesPercentComplete",
                        "storyPointsTotal",
                        "storyPointsAcceptedTotal",
                        "contributingTeamsCount",
                        "contributingProgramsCount",
                        "storiesCount")
                .map(get(world, "ReleaseVehicle", 1)::get)
                .toList();
    }

    @Test
    void whatHungOnARemovedRecordNoLongerDoes() {
        World world = Rows.seed(
                row("Epic", 1),
                row("Feature", 5, "parentId", 1L),
                row("Release", 2, "title", "PI"),
                row("ReleaseVehicle", 3, "releaseId", 2L));
        World without = world.remove(get(world, "Feature", 5)).remove(get(world, "Release", 2));
        assertEquals(List.of(), get(without, "Epic", 1).get("featureIds"));
        assertNull(get(without, "ReleaseVehicle", 3).get("releaseName"));
        assertEquals(List.of(5L), get(world, "Epic", 1).get("featureIds"));
    }

    @Test
    void aFullNameThatIsNullStaysNullUntilANameChanges() {
        Row user = row("User", 1, "firstName", "Ann", "lastName", "Lee");
        World world = World.seed(Rows.CATALOGUE, Map.of("User", List.of(user)), (row, field) -> field.name()
                .equals("fullName"));
        assertNull(get(world, "User", 1).get("fullName"));
        World noted = world.put(with(get(world, "User", 1), "notes", "n"));
        assertNull(get(noted, "User", 1).get("fullName"));
        World married = noted.put(with(get(noted, "User", 1), "lastName", "Kim"));
        assertEquals("Ann Kim", get(married, "User", 1).get("fullName"));
    }

    private static Row get(World world, String resource, long id) {
        return world.get(resource, id).orElseThrow();
    }

    @Test
    @Rule("OKR-03")
    void anObjectiveLosesTheScoreOfAKeyResultThatNamesAGoalFromNowOn() {
        World world = Rows.seed(List.of(
                row("Objective", 4),
                row(
                        "KeyResult",
                        1,
                        "parentId",
                        4L,
                        "parentType",
                        44L,
                        "type",
                        2L,
                        "valueUpdates",
                        List.of(object("scoreValue", 0.25)))));
        assertEquals(0.25, score(world));
        Row result = world.get("KeyResult", 1).orElseThrow();
        World moved = world.put(with(result, "parentType", 6L));
        assertNull(score(moved));
        assertEquals(0.25, score(moved.put(result)));
    }

    private static Object score(World world) {
        return world.get("Objective", 4).orElseThrow().get("score");
    }
}
