package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.QuerySettings;
import io.alignemulator.settings.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Paging, filters, selections and orders of lists. */
@Tag("in-process")
class ListsTest extends BlackBox {

    private static final List<Integer> ALL_STORIES = IntStream.concat(
                    IntStream.of(1, 2), IntStream.rangeClosed(1001, 1120))
            .boxed()
            .toList();

    @Test
    @Rule({"LIST-02", "LIST-03"})
    void aPageHoldsAHundredRowsAtMost() {
        List<Integer> firstHundred = ALL_STORIES.subList(0, 100);
        for (String query : List.of("", "?$top=100", "?$top=101", "?$top=5000", "?$top=2147483647", "?limit=3")) {
            assertEquals(firstHundred, client().get("/Stories" + query).ids(), query);
        }
        assertEquals(ALL_STORIES.subList(0, 7), client().get("/Stories?$top=7").ids());
        assertEquals(List.of(), client().get("/Stories?$top=0").ids());
    }

    @Test
    @Rule("LIST-04")
    void skipAppliesBeforeTop() {
        assertEquals(
                ALL_STORIES.subList(100, 122),
                client().get("/Stories?$skip=100").ids());
        assertEquals(
                ALL_STORIES.subList(10, 15),
                client().get("/Stories?$skip=10&$top=5").ids());
        assertEquals(List.of(), client().get("/Stories?$skip=122").ids());
        assertEquals(List.of(), client().get("/Stories?$skip=2147483647").ids());
        assertEquals("[]", client().get("/Stories?$skip=500").expect(200).body());
        assertEquals(
                "[]", client().get("/Stories?$filter=id%20eq%200").expect(200).body());
    }

    @Test
    @Rule("LIST-04")
    void skipAndTopCountWhatTheFilterLeft() {
        List<Integer> ids = client().get("/Stories", "$filter", "programId eq 11", "$skip", "3", "$top", "2")
                .ids();
        assertEquals(List.of(1004, 1005), ids);
    }

    @Test
    @Rule("LIST-05")
    void optionsWorkWithoutTheDollarSign() {
        Answer answer = client().get(
                        "/Stories",
                        "filter",
                        "programId eq 11",
                        "select",
                        "title,id",
                        "orderby",
                        "id desc",
                        "top",
                        "2",
                        "skip",
                        "1");
        assertEquals(List.of(1119, 1118), answer.ids());
        assertEquals(List.of("title", "id"), Answer.keys(answer.json().get(0)));
    }

    @Test
    @Rule({"ADDR-10", "LIST-20"})
    void anIdInTheQueryGivesAnArrayOfOne() {
        JsonNode one = client().read("/Stories?id=1007");
        assertEquals(
                "[" + client().get("/Stories/1007").body() + "]",
                client().get("/Stories?id=1007").body());
        assertEquals(1, one.size());
        assertEquals("[]", client().get("/Stories?id=4711").expect(200).body());
        assertEquals(
                List.of(),
                client().get("/Stories", "id", "1007", "$filter", "programId eq 1")
                        .ids());
    }

    @ParameterizedTest
    @CsvSource({
        "'/Epics/1?$select=ownerId,id,TITLE', 'ownerId,id,title'",
        "'/Epics?$select=self,Id', 'self,id'",
        "'/Epics?$select= title , id ', 'title,id'",
        "'/Epics?$select=id,id,ID', 'id'",
        "'/Users/whoami?$select=lastName,uid', 'lastName,uid'",
        "'/Epics/1?$select=features,id&expand=true', 'features,id'"
    })
    @Rule("LIST-15")
    void aSelectionGivesTheNamedKeysInTheAskedOrder(String path, String keys) {
        JsonNode answer = client().read(path.replace(" ", "%20"));
        JsonNode record = answer.isArray() ? answer.get(0) : answer;
        assertEquals(List.of(keys.split(",")), Answer.keys(record));
    }

    @Test
    @Rule("LIST-15")
    void aStarSelectsEverything() {
        assertEquals(
                client().get("/Epics").body(),
                client().get("/Epics?$select=*").expect(200).body());
    }

    @Test
    @Rule("LIST-18")
    void ordersAreByPropertiesThenById() {
        JsonNode rows =
                client().read("/Stories" + Client.query("$orderby", "effortPoints desc,createDate", "$top", "100"));
        List<JsonNode> expected = StreamSupport.stream(client().read("/Stories").spliterator(), false)
                .collect(Collectors.toList());
        client().read("/Stories?$skip=100").forEach(expected::add);
        expected.sort(Comparator.<JsonNode>comparingInt(
                        row -> -row.path("effortPoints").asInt(-1))
                .thenComparing(row -> row.path("createDate").asString())
                .thenComparing(row -> row.path("id").asInt()));
        assertEquals(ids(expected.subList(0, 100)), ids(rows));
    }

    @Test
    @Rule("LIST-22")
    void nullsComeFirst() {
        assertEquals(
                2, client().get("/Stories?$orderby=effortPoints&$top=1").ids().get(0));
        List<Integer> descending =
                client().get("/Stories?$orderby=effortPoints%20desc&$skip=100").ids();
        assertEquals(2, descending.get(descending.size() - 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "createDate ge 2024-07-01T10:30:00Z and createDate le 2024-07-01T00:00:00Z | 4",
                "createDate eq 2024-07-01 | 4",
                "createDate gt 2024-07-01T00:00:00Z and createDate lt 2024-07-02T23:00:00Z | ",
                "hour(createDate) ge 23 and minute(createDate) gt 30 | 4",
                "createdBy eq 1159 | 3,4",
                "createdBy eq '1159' and primaryProgramId eq 3 | 4",
                "primaryProgramId eq 72 or primaryProgramId eq 79 | 6,7,8",
                "not (primaryProgramId eq 1) and id lt 8 | 4,6,7",
                "PRIMARYPROGRAMID eq 79 and Title eq 'Cyber two' | 8",
                "releaseIds/any(r: r eq 54) | 6,7",
                "releaseIds/any(r: r eq 54) and releaseIds/any(r: r eq 55) | 7",
                "releaseIds/all(x: x eq 1) and primaryProgramId eq 79 | 8",
                "releaseIds/any() and primaryProgramId gt 70 | 6,7,8",
                "points/any(p: p/releaseId eq 1) | 1",
                "contains(title,'Cyber') | 7,8",
                "startswith(title,'cyber') and endswith(title,'TWO') | 8",
                "length(title) eq 9 | 4,7,8",
                "tolower(title) eq 'bare epic' | 4",
                "toupper(title) eq 'BARE EPIC' | 4",
                "year(createDate) eq 2024 and month(createDate) eq 7 and day(createDate) eq 1 | 4",
                "ownerId eq null and state eq 1 and primaryProgramId eq 1 | 5",
                "ownerId ne null | 1,2,3",
                "themeId gt 0 or themeId lt 0 or themeId eq 1 | 1,2",
                "not (themeId gt 0) and isRecycled ne 1 | 3,4,6,7,8",
                "isRecycled eq 1 | 5",
                "score/score eq 74.5 | 1",
            })
    @Rule({"FILT-01", "FILT-02", "FILT-03", "FILT-04", "FILT-06", "FILT-12", "FILT-15"})
    void filtersSelect(String filter, String ids) {
        List<Integer> expected = ids == null
                ? List.of()
                : List.of(ids.split(",")).stream().map(Integer::valueOf).toList();
        assertEquals(expected, client().get("/Epics", "$filter", filter).ids());
    }

    @Test
    @Rule("FILT-15")
    void aLambdaFindsTheMembersOfATeam() {
        assertEquals(
                List.of(4, 6),
                client().get("/Users", "$filter", "teams/any(t: t/teamId eq 3)").ids());
        assertEquals(
                List.of(2, 5),
                client().get("/Users", "$filter", "Teams/any(member: member/TEAMID eq 1)")
                        .ids());
    }

    @Test
    @Rule("FILT-03")
    void datesMayCompareAsInstants() {
        try (EmulatedSite instant = EmulatedSite.with(Settings.DATE_FILTER, "instant")) {
            String filter = "createDate gt 2024-07-01T23:59:59Z and createDate lt 2024-07-02T00:00:00Z";
            assertEquals(
                    List.of(4),
                    instant.client().get("/Epics", "$filter", filter).ids());
            assertEquals(List.of(), client().get("/Epics", "$filter", filter).ids());
        }
    }

    @Test
    @Rule("FILT-02")
    void aHundredAndTwentyAlternativesWork() {
        String byId =
                IntStream.rangeClosed(1001, 1120).mapToObj(i -> "id eq " + i).collect(Collectors.joining(" or "));
        String byTitle = IntStream.rangeClosed(1, 120)
                .mapToObj(i -> String.format("(contains(title,'Loss %03d'))", i))
                .collect(Collectors.joining(" or "));
        for (String filter : List.of(byId, byTitle)) {
            assertEquals(100, client().get("/Stories", "$filter", filter).ids().size());
            assertEquals(
                    20,
                    client().get("/Stories", "$filter", filter, "$skip", "100")
                            .ids()
                            .size());
        }
    }

    @Test
    @Rule("LIST-09")
    void unknownOptionsMayBeIgnored() {
        try (EmulatedSite ignoring = EmulatedSite.with(QuerySettings.UNKNOWN_OPTIONS, "ignore")) {
            for (String option : List.of("$expand=owner", "$search=x", "$apply=x", "$compute=x", "$nope=1")) {
                client().get("/Epics?" + option).expect(400);
                assertEquals(
                        client().get("/Epics").ids(),
                        ignoring.client().get("/Epics?" + option).ids());
            }
        }
    }

    @Test
    @Rule("LIST-08")
    void countAndFormatChangeNothing() {
        for (String option : List.of("$count=true", "$count=false", "$format=json", "$format=xml", "$format=")) {
            assertEquals(
                    client().get("/Epics").body(),
                    client().get("/Epics?" + option).expect(200).body(),
                    option);
        }
    }

    @Test
    @Rule("LIST-05")
    void optionsWithoutTheDollarSignMayDoNothing() {
        try (EmulatedSite ignoring = EmulatedSite.with(QuerySettings.UNDOLLARED_OPTIONS, "ignore")) {
            for (String option :
                    List.of("filter=id eq 0", "filter=", "select=id", "orderby=id desc", "top=2", "skip=5")) {
                assertEquals(
                        ignoring.client().get("/Epics").body(),
                        ignoring.client()
                                .get("/Epics?" + option.replace(" ", "%20"))
                                .expect(200)
                                .body(),
                        option);
            }
            assertEquals(2, ignoring.client().get("/Epics?$top=2&top=3").ids().size());
            assertEquals(1, ignoring.client().read("/Epics?id=1").size());
        }
    }

    @Test
    @Rule({"LIST-05", "FILT-03", "FILT-04"})
    void whatAnotherSiteMayNotGrantIsNoted() {
        assertEquals("LIST-05", note("/Epics?top=2"));
        assertEquals("FILT-04", note("/Epics?$filter=createdBy%20eq%201159"));
        assertEquals("FILT-03", note("/Epics?$filter=createDate%20ge%202024-07-01T10:30:00Z"));
        assertEquals(
                "FILT-03, FILT-04, LIST-05",
                note("/Epics?filter=createdBy%20eq%201%20and%20createDate%20ge%202024-07-01T10:30:00Z"));
        assertEquals(
                null,
                note("/Epics?$top=2&$filter=createDate%20ge%202024-07-01T00:00:00Z%20and%20createdBy%20eq%20'1'"));
    }

    private @Nullable String note(String path) {
        return given().get(path).then().statusCode(200).extract().header("X-Emulator-Note");
    }

    @Test
    @Rule("FILT-04")
    void textsBesideBareNumbersMayBeRefused() {
        try (EmulatedSite refusing = EmulatedSite.with(QuerySettings.TEXT_NUMBER_COMPARISON, "refuse")) {
            refusing.client()
                    .get("/Epics", "$filter", "createdBy eq 1159")
                    .expectSentence(
                            400,
                            "Cannot find epics. A binary operator with incompatible types was detected. Found operand types 'Edm.String' and 'Edm.Int32' for operator kind 'Equal'.");
            assertEquals(
                    List.of(3, 4),
                    refusing.client()
                            .get("/Epics", "$filter", "createdBy eq '1159'")
                            .ids());
        }
    }

    @Test
    @Rule("FILT-05")
    void theOperatorInMayBeAccepted() {
        client().get("/Epics", "$filter", "id in (1,2)")
                .expectSentence(400, "Cannot find epics. Syntax error at position 5 in 'id in (1,2)'.");
        try (EmulatedSite accepting = EmulatedSite.with(QuerySettings.IN_OPERATOR, "accept")) {
            assertEquals(
                    List.of(1, 2),
                    accepting
                            .client()
                            .get("/Epics", "$filter", "id in (1,2,'2')")
                            .ids());
            assertEquals(
                    List.of(3, 4),
                    accepting
                            .client()
                            .get("/Epics", "$filter", "createdBy in (1159)")
                            .ids());
        }
    }

    @Test
    @Rule("FILT-06")
    void nullMayCompareAsInMemory() {
        String filter = "not (themeId gt 5) and id lt 9";
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8),
                client().get("/Epics", "$filter", filter).ids());
        try (EmulatedSite memory = EmulatedSite.with(QuerySettings.NULL_COMPARISON, "memory")) {
            assertEquals(
                    List.of(1, 2),
                    memory.client().get("/Epics", "$filter", filter).ids());
            assertEquals(
                    List.of(),
                    memory.client()
                            .get("/Epics", "$filter", "isRecycled ne 1 and isRecycled ne 0")
                            .ids());
        }
    }

    @Test
    @Rule({"FILT-08", "LIST-12"})
    void anAliasIsAParameterOfItsOwn() {
        assertEquals(
                List.of(6, 7, 8),
                client().get("/Epics", "$filter", "primaryProgramId ge @p", "@p", "72")
                        .ids());
        assertEquals(
                List.of(7, 6),
                client().get(
                                "/Epics",
                                "$filter",
                                "releaseIds/any(r: r eq @r)",
                                "@r",
                                "54",
                                "$orderby",
                                "releaseIds/$count DESC,id")
                        .ids());
    }

    @Test
    @Rule("LIST-11")
    void anOptionGivenTwiceIsOneWithAComma() {
        JsonNode rows = client().read("/Epics?$select=id&$select=title&$top=1");
        assertEquals(List.of("id", "title"), Answer.keys(rows.get(0)));
        assertEquals(
                client().get("/Stories?$orderby=effortPoints,id%20desc").ids(),
                client().get("/Stories?$orderby=effortPoints&$orderby=id%20desc")
                        .ids());
        client().get("/Epics?$skip=1&$skip=2").expect(400);
    }

    @Test
    @Rule("LIST-10")
    void numbersMayHaveASignBlanksAndZeros() {
        for (String top : List.of("%202%20", "%2B2", "02")) {
            assertEquals(2, client().get("/Stories?$top=" + top).ids().size(), top);
        }
    }

    @Test
    @Rule("FILT-11")
    void helpStandsInAHeaderAndNotInTheSentence() {
        try (EmulatedSite telling = EmulatedSite.with(Settings.EMULATOR_REASON, "on")) {
            Answer answer = telling.client().get("/Epics?$filter=titel%20eq%20'x'");
            answer.expectSentence(
                    400, "Cannot find epics. Could not find a property named 'titel' on type 'Default.Epic'.");
            assertEquals(
                    "LIST-16: Could not find a property named 'titel' on type 'Default.Epic'. Did you mean 'title'?",
                    answer.header("x-emulator-reason"));
        }
    }

    private static List<Integer> ids(Iterable<JsonNode> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("id").asInt())
                .toList();
    }
}
