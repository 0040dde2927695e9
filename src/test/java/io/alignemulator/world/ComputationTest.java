package io.alignemulator.world;

import static io.alignemulator.world.Rows.object;
import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.rules.Rule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What labels, captions, scores and custom fields say, in a seed and after a write. */
class ComputationTest {

    /** The last row of each case is looked at. */
    static Stream<Arguments> texts() {
        return Stream.of(
                kind("label of a value", "dependencyType", "Program", row("Dependency", 1, "typeId", 3L)),
                kind("label of no value", "dependencyType", null, row("Dependency", 1)),
                kind("label of a value that has none", "dependencyType", null, row("Dependency", 1, "typeId", 9L)),
                kind("label by the list of epics", "alignStateName", "In Progress", mapping(2L, 2L)),
                kind("label by the list of features", "alignStateName", "Dev Complete", mapping(3L, 3L)),
                kind("label by no list", "alignStateName", null, mapping(1L, 2L)),
                kind("name of a step", "processStepName", "Build", stream(), mapped(61L)),
                kind("name of a step of no stream", "processStepName", null, stream(), mapped(62L)),
                kind("name of no step", "processStepName", null, stream(), mapped(null)),
                kind(
                        "caption of a step without a name",
                        "processStepName",
                        "63 - ",
                        stream(),
                        row("Epic", 1, "processStepId", 63L)),
                kind("caption of no step", "processStepName", null, stream(), row("Epic", 1)),
                kind("full name of nobody", "fullName", null, row("User", 1, "firstName", null, "lastName", null)),
                kind("memberships of a user without", "teams", List.of(), row("User", 1, "teams", null)),
                kind(
                        "membership that names no team",
                        "teams",
                        List.of(object(
                                "teamId",
                                null,
                                "teamName",
                                null,
                                "teamType",
                                null,
                                "roleId",
                                3L,
                                "roleName",
                                "Developer")),
                        row("Team", 4, "name", "Red"),
                        row("User", 1, "teams", List.of(object("roleId", 3L)))),
                kind(
                        "records as nested objects",
                        "levels",
                        List.of(
                                object("id", 3L, "name", "Low", "levelId", 2L),
                                object("id", 8L, "name", "Top", "levelId", null)),
                        row("CustomHierarchyLevel", 8, "name", "Top", "hierarchyId", 1L),
                        row("CustomHierarchyLevel", 3, "name", "Low", "levelId", 2L, "hierarchyId", 1L),
                        row("CustomHierarchyLevel", 4, "name", "Other", "hierarchyId", 2L),
                        row("CustomHierarchy", 1)));
    }

    private static Row mapping(Long workItem, Long state) {
        return row("ConnectorStateMapping", 1, "workItemTypeId", workItem, "alignStateId", state);
    }

    private static Row mapped(Long step) {
        return row("ConnectorProcessStepMapping", 1, "processStepId", step);
    }

    private static Row stream() {
        return row(
                "ValueStream",
                6,
                "processSteps",
                List.of(object("id", 60L, "name", "Plan"), object("id", 61L, "name", "Build"), object("id", 63L)));
    }

    private static Arguments kind(String name, String field, Object expected, Row... rows) {
        return Arguments.of(name, field, expected, List.of(rows));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"texts", "keyResults", "objectives", "customFields"})
    @Rule("REPR-20")
    void aSeedAndWritesComputeTheSame(String name, String field, Object expected, List<Row> rows) {
        Row last = rows.get(rows.size() - 1);
        for (World world : List.of(Rows.seed(rows), Rows.put(rows.toArray(Row[]::new)))) {
            assertEquals(
                    expected,
                    world.get(last.resource().name(), last.id()).orElseThrow().get(field));
        }
    }

    /** From 40 to 80 unless it says something else. */
    static Stream<Arguments> keyResults() {
        return Stream.of(
                score("half way", 0.5, "valueUpdates", values("60@20")),
                score("as far as it should go", 1.0, "valueUpdates", values("80@20")),
                score("further than it should go", 1.0, "valueUpdates", values("90@20")),
                score("where it began", 0.0, "valueUpdates", values("40@20")),
                score("the wrong way", 0.0, "valueUpdates", values("30@20")),
                score("down", 0.4, "baselineValue", 12.0, "targetValue", 4.0, "valueUpdates", values("8.8@20")),
                score("nowhere to go", null, "targetValue", 40.0, "valueUpdates", values("40@20")),
                score("nothing measured", null, "valueUpdates", List.of()),
                score("no array", null, "valueUpdates", null),
                score("nothing but a note", null, "valueUpdates", values("@20")),
                score("the latest stands first", 0.75, "valueUpdates", values("70@20", "50@10")),
                score("the latest stands last", 0.25, "valueUpdates", values("70@10", "50@20")),
                score("the latest is a note", 0.75, "valueUpdates", values("70@10", "@20")),
                score("the last of one day", 0.25, "valueUpdates", values("70@10", "50@10")),
                score("one without a day is the earliest", 0.75, "valueUpdates", values("70@10", "50@")),
                score("the last of those without a day", 0.25, "valueUpdates", values("70@", "50@")),
                score("a baseline that is missing is 0", 0.75, "baselineValue", null, "valueUpdates", values("60@20")),
                score("a score is measured itself", 0.7, "type", 2L, "valueUpdates", values("0.7@20")),
                score("a score above 1", 1.0, "type", 2L, "valueUpdates", values("1.7@20")),
                score("a score below 0", 0.0, "type", 2L, "valueUpdates", values("-0.7@20")),
                score("a score without a value", null, "type", 2L),
                score("overridden", 0.9, "isScoreOveridden", 1L, "scoreOverrides", overrides("0.9@20")),
                score("overridden above 1", 1.0, "isScoreOveridden", 1L, "scoreOverrides", overrides("9@20")),
                score("overridden by nothing", null, "isScoreOveridden", 1L, "valueUpdates", values("60@20")),
                score(
                        "no longer overridden",
                        0.5,
                        "isScoreOveridden",
                        0L,
                        "scoreOverrides",
                        overrides("0.9@20"),
                        "valueUpdates",
                        values("60@20")));
    }

    private static Arguments score(String name, Double expected, Object... members) {
        Row result = row("KeyResult", 1, "type", 1L, "baselineValue", 40.0, "targetValue", 80.0);
        return kind("score: " + name, "score", expected, Rows.with(result, members));
    }

    private static List<Map<String, Object>> values(String... written) {
        return measured("scoreValue", "scoreDate", written);
    }

    private static List<Map<String, Object>> overrides(String... written) {
        return measured("overrideValue", "overrideDate", written);
    }

    /** Each is its value, an @ and the day, either of which may be missing. */
    private static List<Map<String, Object>> measured(String value, String time, String... written) {
        return Arrays.stream(written)
                .map(each -> each.split("@", -1))
                .map(each -> object(
                        value,
                        each[0].isEmpty() ? null : Double.valueOf(each[0]),
                        time,
                        each[1].isEmpty() ? null : Instant.parse("2026-11-" + each[1] + "T00:00:00Z")))
                .toList();
    }

    /** Of objective 1; each result is its score and its weight. */
    static Stream<Arguments> objectives() {
        return Stream.of(
                mean("no result", null),
                mean("a result without a score", null, result(1, null, 30)),
                mean("equal weights", 0.75, result(1, 0.5, 30), result(2, 1.0, 30)),
                mean("one is heavier", 0.875, result(1, 0.5, 30), result(2, 1.0, 90)),
                mean("one without a score", 0.5, result(1, 0.5, 30), result(2, null, 90)),
                mean("one without a weight", 0.5, result(1, 0.5, 30), result(2, 1.0, 0)),
                mean("a weight below 0 is none", 0.5, result(1, 0.5, 30), result(2, 1.0, -30)),
                mean("nothing has weight", 0.75, result(1, 0.5, 0), result(2, 1.0, 0)),
                mean("thirds", 0.3333333333, result(1, 1.0, 1), result(2, 0.0, 2)),
                mean("one of a goal", 0.5, result(1, 0.5, 30), Rows.with(result(2, 1.0, 30), "parentType", 6L)));
    }

    private static Arguments mean(String name, Double expected, Row... results) {
        return Arguments.of(
                "mean: " + name,
                "score",
                expected,
                Stream.concat(Arrays.stream(results), Stream.of(row("Goal", 1), row("Objective", 1)))
                        .toList());
    }

    private static Row result(long id, Double score, long weight) {
        return row(
                "KeyResult",
                id,
                "type",
                2L,
                "parentId",
                1L,
                "parentType",
                44L,
                "weight",
                weight,
                "valueUpdates",
                score == null ? List.of() : values(score + "@20"));
    }

    static Stream<Arguments> customFields() {
        return Stream.of(
                chosen("an id finds its text", object("id", 2L), object("value", "B", "id", 2L)),
                chosen("a text finds its id", object("value", "A"), object("value", "A", "id", 1L)),
                chosen("an id beside no text", object("value", null, "id", 2L), object("value", "B", "id", 2L)),
                chosen("a text beside no id", object("value", "B", "id", null), object("value", "B", "id", 2L)),
                chosen("both stay as they are", object("value", "A", "id", 2L), object("value", "A", "id", 2L)),
                chosen("an unknown id stays", object("id", 9L), object("id", 9L)),
                chosen("an unknown text stays", object("value", "Z"), object("value", "Z")),
                chosen("what is no object stays", "A", "A"),
                kind(
                        "custom fields: a text is left alone",
                        "customFields",
                        List.of(object("customfield_00001", List.of(object("value", "A")))),
                        row("CustomFieldDefinition", 1, "resource", "Feature", "key", "customfield_00001"),
                        row(
                                "Feature",
                                1,
                                "customFields",
                                List.of(object("customfield_00001", List.of(object("value", "A")))))),
                kind(
                        "custom fields: a value that is no list",
                        "customFields",
                        List.of(object("customfield_00001", "A")),
                        listed(),
                        row("Feature", 1, "customFields", List.of(object("customfield_00001", "A")))),
                kind(
                        "custom fields: of a site without definitions stay",
                        "customFields",
                        List.of(object("customfield_00001", "A")),
                        row("Feature", 1, "customFields", List.of(object("customfield_00001", "A")))));
    }

    private static Arguments chosen(String name, Object sent, Object held) {
        return kind(
                "custom fields: " + name,
                "customFields",
                List.of(object("customfield_00001", List.of(held))),
                listed(),
                row("Feature", 1, "customFields", List.of(object("customfield_00001", List.of(sent)))));
    }

    private static Row listed() {
        return row(
                "CustomFieldDefinition",
                1,
                "resource",
                "Feature",
                "key",
                "customfield_00001",
                "allowedValues",
                List.of(object("value", "A", "id", 1L), object("value", "B", "id", 2L)));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "A, 1, true",
        "A, , true",
        ", 1, true",
        "A, 2, true",
        "B, 1, false",
        "B, , false",
        ", 2, false",
        ", , false"
    })
    @Rule("CUST-03")
    void aChosenValueIsMeantByItsTextOrByItsIdAlone(String text, Long id, boolean isMeant) {
        Map<?, ?> allowed = object("value", "A", "id", 1L);
        assertEquals(isMeant, CustomFields.isMeant(allowed, object("value", text, "id", id)));
    }

    @Test
    void recordsThatNameAnotherKindOfRecordDoNotCount() {
        World world = Rows.seed(
                row("Goal", 1),
                row("Objective", 1),
                row("KeyResult", 1, "parentId", 1L, "parentType", 44L),
                row("KeyResult", 2, "parentId", 1L, "parentType", 6L),
                row("KeyResult", 3, "parentId", 2L, "parentType", 44L));
        assertEquals(List.of(1L), naming(world, "Objective"));
        assertEquals(List.of(2L), naming(world, "Goal"));
    }

    private static List<Long> naming(World world, String resource) {
        return world.naming(world.get(resource, 1).orElseThrow(), "KeyResult", "parentId").stream()
                .map(Row::id)
                .toList();
    }

    @Test
    @Rule("REPR-20")
    void aLevelThatIsRenamedIsRenamedInItsHierarchy() {
        World world = Rows.seed(
                row("CustomHierarchy", 1),
                row("CustomHierarchyLevel", 3, "name", "Low", "levelId", 2L, "hierarchyId", 1L));
        World renamed = world.put(Rows.with(world.get("CustomHierarchyLevel", 3).orElseThrow(), "name", "High"));
        assertEquals(
                List.of(object("id", 3L, "name", "High", "levelId", 2L)),
                renamed.get("CustomHierarchy", 1).orElseThrow().get("levels"));
    }

    @Test
    void whatIsComputedCannotBeChanged() {
        World world = Rows.seed(
                row("Feature", 8, "parentId", 1L),
                row("Epic", 1),
                row("User", 1, "teams", List.of(object("teamId", 4L, "roleId", 1L))));
        List<?> ids = (List<?>) world.get("Epic", 1).orElseThrow().get("featureIds");
        List<?> teams = (List<?>) world.get("User", 1).orElseThrow().get("teams");
        assertThrows(UnsupportedOperationException.class, ids::clear);
        assertThrows(UnsupportedOperationException.class, teams::clear);
        assertThrows(UnsupportedOperationException.class, ((Map<?, ?>) teams.get(0))::clear);
    }
}
