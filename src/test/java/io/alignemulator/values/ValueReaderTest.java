package io.alignemulator.values;

import static io.alignemulator.world.Rows.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Json;
import io.alignemulator.world.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON becomes values of the catalogue's types, or a report with the pointer of what does not fit. */
class ValueReaderTest {

    static Stream<Arguments> values() {
        return Stream.of(
                fits("Story.effortPoints", "8", 8L),
                fits("Story.effortPoints", "-9223372036854775808", Long.MIN_VALUE),
                fits("Story.effortPoints", "null", null),
                fits("Story.title", "\"\"", ""),
                fits("Story.title", "\"ü \\u0041 \\ud83d\\ude00\"", "ü A 😀"),
                fits("Story.state", "5", 5L),
                fits("Defect.pointsEstimate", "240", 240.0),
                fits("Defect.pointsEstimate", "0.1", 0.1),
                fits("Defect.pointsEstimate", "-1e3", -1000.0),
                fits("City.applyTimeTracking", "true", true),
                fits("Story.createDate", "\"2024-05-28T14:44:55+02:00\"", Instant.parse("2024-05-28T12:44:55Z")),
                fits("Story.releaseVehicleIds", "[]", List.of()),
                fits("Story.releaseVehicleIds", "[3,1,3]", List.of(3L, 1L, 3L)),
                fits("CustomFieldDefinition.key", "\"customfield_00001\"", "customfield_00001"),
                fits(
                        "User.teams",
                        "[{\"roleId\":2,\"teamId\":1}]",
                        List.of(object(
                                "teamId", 1L, "teamName", null, "teamType", null, "roleId", 2L, "roleName", null))),
                fits(
                        "Story.customFields",
                        "[{\"customfield_00001\":[{\"value\":\"x\"}]},{\"customfield_00002\":null}]",
                        List.of(
                                object("customfield_00001", List.of(object("value", "x", "id", null))),
                                object("customfield_00002", null))),
                fits(
                        "Epic.score",
                        "{\"score\":74.5}",
                        object(
                                "cost",
                                null,
                                "profitPotential",
                                null,
                                "timeToMarket",
                                null,
                                "developmentRisks",
                                null,
                                "score",
                                74.5,
                                "scoreCardId",
                                null,
                                "values",
                                List.of())));
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                misfit("Story.effortPoints", "8.0", " 8.0 is not an integer"),
                misfit("Story.effortPoints", "\"8\"", " \"8\" is not an integer"),
                misfit("Story.effortPoints", "true", " true is not an integer"),
                misfit("Story.effortPoints", "9223372036854775808", " 9223372036854775808 is not an integer"),
                misfit("Story.title", "7", " 7 is not a string"),
                misfit("Story.title", "null", " null must not be null"),
                misfit("Story.title", "[]", " [] is not a string"),
                misfit("Story.state", "6", " 6 is not one of [0, 1, 2, 3, 4, 5]"),
                misfit("Defect.pointsEstimate", "\"1\"", " \"1\" is not a number"),
                misfit("City.applyTimeTracking", "1", " 1 is not a boolean"),
                misfit("Story.createDate", "\"2024-02-30\"", " \"2024-02-30\" is not an ISO 8601 date-time"),
                misfit("Story.createDate", "1716907495", " 1716907495 is not an ISO 8601 date-time"),
                misfit(
                        "CustomFieldDefinition.key",
                        "\"customfield_1\"",
                        " \"customfield_1\" does not match ^customfield_[0-9]{5}$"),
                misfit("Story.releaseVehicleIds", "1", " 1 is not an array"),
                misfit("Story.releaseVehicleIds", "{}", " {} is not an array"),
                misfit("Story.releaseVehicleIds", "null", " null must not be null"),
                misfit(
                        "Story.releaseVehicleIds",
                        "[1,\"2\",null,[4]]",
                        "/1 \"2\" is not an integer",
                        "/2 null is not an integer",
                        "/3 [4] is not an integer"),
                misfit("User.teams", "[1]", "/0 1 is not an object"),
                misfit(
                        "User.teams",
                        "[{\"teamId\":null},{\"teamId\":\"x\",\"team\":1}]",
                        "/0/teamId null must not be null",
                        "/1/teamId \"x\" is not an integer",
                        "/1/team 1 is not a key of UserTeamRelationDto"),
                misfit(
                        "Story.customFields",
                        "[{\"customfield_1\":null}]",
                        "/0/customfield_1 null is not a key of CustomFieldEntry"),
                misfit("Story.customFields", "[{\"a/b~c\":1}]", "/0/a~1b~0c 1 is not a key of CustomFieldEntry"),
                misfit(
                        "Story.customFields",
                        "[{\"customfield_00001\":[{\"value\":1}]}]",
                        "/0/customfield_00001/0/value 1 is not a string"),
                misfit("Epic.score", "[]", " [] is not an object"),
                misfit(
                        "Epic.score",
                        "{\"values\":[{\"questionId\":\"x\"}]}",
                        "/values/0/questionId \"x\" is not an integer"));
    }

    private static Arguments fits(String field, String json, Object value) {
        return Arguments.of(field, json, value);
    }

    private static Arguments misfit(String field, String json, String... problems) {
        return Arguments.of(field, json, Arrays.asList(problems));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("values")
    void whatFitsIsRead(String field, String json, Object value) {
        List<String> problems = new ArrayList<>();
        assertEquals(value, read(field, json, problems));
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("misfits")
    void whatDoesNotIsReportedWithItsPointer(String field, String json, List<String> expected) {
        List<String> problems = new ArrayList<>();
        read(field, json, problems);
        assertEquals(expected, problems);
    }

    private static Object read(String path, String json, List<String> problems) {
        String[] words = path.split("\\.");
        Field field = Rows.CATALOGUE.resource(words[0]).field(words[1]);
        ValueReader reader =
                new ValueReader((pointer, value, reason) -> problems.add(pointer + " " + value + " " + reason));
        return reader.field(field, Json.read(json.getBytes(StandardCharsets.UTF_8)), "");
    }
}
