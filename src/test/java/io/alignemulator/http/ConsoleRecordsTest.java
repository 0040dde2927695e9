package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records on the pages of the console: nobody sees there what the API hides, and every field of every resource is told. */
@Rule("EMUL-34")
@Tag("in-process")
class ConsoleRecordsTest extends BlackBox {

    private static final String BASE = "/_emulator/console";
    private static final Pattern ID = Pattern.compile("<tr data-id=\"([0-9]+)\"");
    private static final Pattern WHOLE = Pattern.compile("<textarea id=\"whole\"[^>]*>([^<]*)</textarea>");
    private static final Pattern NEXT = Pattern.compile("<a class=\"button\" href=\"([^\"]+)\">Next<");
    private static final Map<Integer, String> PERSONAS =
            Map.of(1, "super-admin", 2, "portfolio-manager", 3, "program-manager", 4, "team-member", 5, "read-only");

    @Override
    SiteUnderTest start() {
        return EmulatedSite.with(ServerSettings.FIXTURES, "demo");
    }

    static Stream<Resource> resources() {
        return seedResources().stream();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyPersonaSeesTheRecordsThatTheApiLists(Resource resource) {
        assertAll(PERSONAS.entrySet().stream().map(persona -> () -> {
            Client client = new Client(site().uri(), "user:" + persona.getKey() + "|" + persona.getValue());
            assertEquals(
                    listed(client, resource),
                    shown(BASE + "/records/" + resource.collection() + "?as=" + persona.getKey()),
                    resource.collection() + " seen by " + persona.getValue());
        }));
    }

    private static List<Integer> listed(Client client, Resource resource) {
        List<Integer> ids = new ArrayList<>();
        for (int skip = 0; ; skip += 100) {
            Answer page = client.get("/" + resource.collection() + "?$select=id&$skip=" + skip);
            if (page.status() == 403) {
                return List.of();
            }
            ids.addAll(page.ids());
            if (page.ids().size() < 100) {
                return ids;
            }
        }
    }

    private List<Integer> shown(String first) {
        List<Integer> ids = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            String page = wire().get(next).expect(200).body();
            ID.matcher(page).results().forEach(each -> ids.add(Integer.valueOf(each.group(1))));
            next = NEXT.matcher(page)
                    .results()
                    .map(each -> each.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse("");
        }
        return ids;
    }

    @ParameterizedTest
    @MethodSource("resources")
    void thePageOfARecordTellsEveryFieldThatTheApiPrints(Resource resource) {
        int id = client().get("/" + resource.collection() + "?$top=1").ids().get(0);
        String page = wire().get(BASE + "/records/" + resource.collection() + "/" + id)
                .expect(200)
                .body();
        assertAll(resource.fields().stream()
                .filter(Field::isPrinted)
                .map(field -> () ->
                        assertTrue(page.contains("<code>" + field.name() + "</code>"), resource + "." + field.name())));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void whatThePageOffersAsAPutIsTakenAndChangesNothing(Resource resource) {
        String path = "/" + resource.collection() + "/"
                + client().get("/" + resource.collection() + "?$top=1").ids().get(0);
        Matcher whole =
                WHOLE.matcher(wire().get(BASE + "/records" + path).expect(200).body());
        assertEquals(resource.verbs().contains(Verb.UPDATE), whole.find(), "offered where the API takes it");
        if (resource.verbs().contains(Verb.UPDATE)) {
            JsonNode before = lessStamps(client().get(path).expect(200).json());
            client().put(path, Html.unescaped(whole.group(1))).expect(204);
            assertEquals(before, lessStamps(client().get(path).expect(200).json()));
        }
    }

    private static JsonNode lessStamps(JsonNode record) {
        return ((ObjectNode) record).without(List.of("lastUpdatedDate", "lastUpdatedBy"));
    }

    @Test
    void aUserIsCalledByNameAndNotByJob() {
        assertTrue(wire().get(BASE + "/records/Users/4").body().contains("<h1>Casey Member</h1>"));
        assertTrue(
                wire().get(BASE + "/records/KeyResults/1").body().contains("<h1>Cases finished on the same day</h1>"));
    }

    @Test
    void eyesThatAreNotThereAreSaidNotToBe() {
        String page = wire().get("/?as=99999").expect(404).body();
        assertTrue(page.contains("There is no user 99999"), page);
    }

    @Test
    void whoDoesNotSeeARecordIsLedToTheReason() {
        String page = wire().get(BASE + "/records/Epics/1001?as=4").expect(404).body();
        assertTrue(page.contains("This user sees no Epic 1001"), page);
        assertTrue(page.contains("/people/4?verb=GET&amp;path=%2Fepics%2F1001"), page);
    }

    @Test
    void aRecordThatThePersonaDoesNotSeeIsNotThere() {
        List<Integer> all = new Client(site().uri(), "user:1|super-admin")
                .get("/epics?$select=id")
                .ids();
        Client member = new Client(site().uri(), "user:4|team-member");
        for (int id : all.subList(0, 20)) {
            int api = member.get("/epics/" + id).status();
            int page = wire().get(BASE + "/records/epics/" + id + "?as=4").status();
            assertEquals(api == 200 ? 200 : 404, page, "epic " + id);
        }
    }

    @Test
    void aDeactivatedUserSeesNothing() {
        assertEquals(List.of(), shown(BASE + "/records/epics?as=6"));
        assertTrue(wire().get(BASE + "/records/epics?as=6").body().contains("every call is answered 401"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)"})
    void theTextOfARecordIsText(String title) {
        int id = client().post(
                        "/epics", JsonMapper.shared().writeValueAsString(Map.of("title", title, "primaryProgramId", 1)))
                .expect(201)
                .json()
                .asInt();
        String q = URLEncoder.encode(title, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/records/epics/" + id,
                "/records/epics?q=" + q,
                "/work?q=" + q,
                "/work/branch?of=loose/Epic",
                "/records/features/new?parentId=" + id)) {
            String page = wire().get(BASE + path).expect(200).body();
            assertTrue(page.contains("alert(1)"), path + " shows the title");
            assertFalse(page.contains("<script>alert"), path);
            assertFalse(page.contains("<img src=x"), path);
            assertFalse(page.contains("' onclick='") && page.contains("='' onclick"), path);
        }
    }

    @Test
    void whatPointsAtARecordIsFoundAndWhatItNamesIsALink() {
        String page = wire().get(BASE + "/records/Epics/1001").expect(200).body();
        assertTrue(page.contains("href=\"/_emulator/console/records/Themes/2\""), "its theme");
        assertTrue(page.contains("href=\"/_emulator/console/records/Features/2001\""), "a feature of it");
        assertTrue(page.contains("Features by <code>parentId</code>"), "what points here");
    }

    @Test
    void aBranchOfTheTreeHoldsWhatHangsOnTheRecordAndItsProgress() {
        String branch =
                wire().get(BASE + "/work/branch?of=Epic/1001").expect(200).body();
        assertTrue(branch.contains("/records/Features/2001"), branch);
        assertFalse(branch.contains("/records/Features/2004"), "a feature of another epic");
        assertTrue(branch.contains(" of "), "progress in words");
        wire().get(BASE + "/work/branch?of=Epic/99").expect(404);
        wire().get(BASE + "/work/branch?of=User/1").expect(404);
    }

    @Test
    void theTreeIsFilteredByPlaces() {
        String one = wire().get(BASE + "/work/branch?of=Theme/2&program=1")
                .expect(200)
                .body();
        assertTrue(one.contains("/records/Epics/1001"), one);
        String other = wire().get(BASE + "/work/branch?of=Theme/2&program=4")
                .expect(200)
                .body();
        assertFalse(other.contains("/records/Epics/1001"), other);
        for (int portfolio : new int[] {1, 2}) {
            String branch = wire().get(BASE + "/work/branch?of=Theme/2&portfolio=" + portfolio)
                    .expect(200)
                    .body();
            assertEquals(portfolio == 1, branch.contains("/records/Epics/1001"), branch);
        }
        String work = wire().get(BASE + "/work?program=1").expect(200).body();
        assertTrue(work.contains("/records/Themes/2"), "it has an epic of the program");
        assertFalse(work.contains("/records/Themes/3\""), "it has none");
    }

    @ParameterizedTest
    @CsvSource({
        "Feature/2017, team, teamId, Stories, featureId eq 2017",
        "Epic/1003, increment, releaseId, Features, parentId eq 1003"
    })
    void aBranchIsFilteredByTeamAndIncrement(String of, String place, String field, String collection, String below) {
        Map<Integer, Set<Integer>> byPlace = new TreeMap<>();
        for (JsonNode each :
                client().get("/" + collection, "$filter", below).expect(200).json()) {
            byPlace.computeIfAbsent(each.path(field).asInt(), id -> new TreeSet<>())
                    .add(each.path("id").asInt());
        }
        assertTrue(byPlace.size() > 1, byPlace.toString());
        Pattern shown = Pattern.compile("/records/" + collection + "/([0-9]+)[?\"]");
        byPlace.forEach((id, records) -> assertEquals(
                records,
                shown.matcher(wire().get(BASE + "/work/branch?of=" + of + "&" + place + "=" + id)
                                .expect(200)
                                .body())
                        .results()
                        .map(found -> Integer.valueOf(found.group(1)))
                        .collect(Collectors.toCollection(TreeSet::new)),
                place + " " + id));
    }

    @ParameterizedTest
    @CsvSource({
        "Epics, 1098, cancelled",
        "Features, 2181, cancelled",
        "Stories, 10944, cancelled",
        "Epics, 1107, recycled",
        "Features, 2187, recycled",
        "Stories, 10959, recycled"
    })
    void whatCountsNowhereIsMarked(String collection, int id, String mark) {
        String chip = "<span class=\"chip off\">" + mark + "</span>";
        String record = wire().get(BASE + "/records/" + collection + "/" + id)
                .expect(200)
                .body();
        assertTrue(record.contains(chip), record);
        String title = client().read("/" + collection + "/" + id).path("title").asString();
        String found = wire().get(
                        BASE + "/records/" + collection + "?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8))
                .expect(200)
                .body();
        assertTrue(found.contains(chip), found);
    }
}
