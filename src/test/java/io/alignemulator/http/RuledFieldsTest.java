package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.Rule;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Computed fields whose rule is switched off, wherever a client can see them; and that a client which sees them relies on the rule. */
@Tag("in-process")
class RuledFieldsTest extends BlackBox {

    /** Records in which each field that a rule computes holds something. */
    private static final String RECORDS = """
            {"fixtures": {
              "Stories": [{"title": "s", "programId": 1, "teamId": 3, "state": 5, "effortPoints": 3, "releaseVehicleIds": [1]}],
              "Defects": [{"title": "d", "programId": 1, "releaseVehicleIds": [1]}],
              "Dependencies": [{"title": "d", "requestingProgramId": 1, "proposed": 1, "committed": 1, "delivered": 1,
                "rejected": 1, "noWork": 1, "blocked": 1, "responseBlocked": 1}]}}""";

    /** A field that a rule computes. */
    record Ruled(Resource resource, Field field) {

        String rule() {
            return field.computedBy().orElseThrow().id();
        }

        String list() {
            return "/" + resource.collection();
        }

        @Override
        public String toString() {
            return resource.name() + "." + field.name();
        }
    }

    static Stream<Ruled> ruled() {
        return CATALOGUE.resources().stream()
                .filter(resource -> resource.isServed()
                        && resource.recordsOf().equals(resource.name())
                        && !resource.collection().contains("{"))
                .flatMap(resource -> resource.ruled().stream().map(field -> new Ruled(resource, field)));
    }

    @BeforeEach
    void bringRecords() {
        control("POST", "/import", RECORDS).expect(200);
    }

    @ParameterizedTest
    @MethodSource("ruled")
    @Rule({"OKR-03", "REPR-20", "EMUL-22"})
    void aFieldWhoseRuleIsOffReadsAsIfNobodyHadComputedItWhereverItIsSeen(Ruled each) {
        JsonNode record = computed(each);
        String id = record.path("id").asString();
        String value = record.path(each.field().name()).toString();
        String nothing = nothing(each);
        assertShows(each, id, value, nothing);
        switched(each.rule() + "=off");
        assertShows(each, id, nothing, value);
        assertEquals(
                record,
                control("GET", "/records" + each.list() + "/" + id, "")
                        .expect(200)
                        .json(),
                "what is stored stays");
        switched("");
        assertShows(each, id, value, nothing);
    }

    private void assertShows(Ruled each, String id, String value, String other) {
        String name = each.field().name();
        String item = each.list() + "/" + id;
        assertEquals(value, client().read(item).path(name).toString(), "a record");
        assertEquals(value, client().read(item + "?expand=true").path(name).toString(), "expanded");
        assertEquals(
                "{\"" + name + "\":" + value + "}",
                client().get(item + "?$select=" + name).body());
        assertEquals(
                value,
                client().read(each.list() + "?id=" + id).path(0).path(name).toString(),
                "a list");
        assertTrue(found(each, name + " eq " + value + " and id eq " + id), "a filter that it satisfies");
        assertEquals(value.equals("null"), !found(each, name + " ne null and id eq " + id), "a comparison with null");
        assertFalse(found(each, name + " eq " + other + " and id eq " + id), "a filter that it does not satisfy");
        String test = "[{\"op\":\"test\",\"path\":\"/" + name + "\",\"value\":%s}]";
        boolean patched = each.resource().verbs().contains(Verb.UPDATE);
        client().patch(item, test.formatted(value)).expect(patched ? 204 : 405);
        client().patch(item, test.formatted(other)).expect(patched ? 400 : 405);
        JsonNode first = client().get(each.list(), "$orderby", name + " desc", "$top", "1")
                .expect(200)
                .json()
                .path(0);
        boolean isComputed = !value.equals(nothing(each));
        assertEquals(isComputed, !first.path(name).toString().equals(nothing(each)), "the highest comes first");
        assertTrue(isComputed || first.path("id").asInt() == smallestId(each), "those that tie come by id");
    }

    private int smallestId(Ruled each) {
        return client().read(each.list() + "?$top=1").path(0).path("id").asInt();
    }

    private static String nothing(Ruled each) {
        return JsonMapper.shared().writeValueAsString(each.field().uncomputed());
    }

    private boolean found(Ruled each, String filter) {
        return client().get(each.list(), "$filter", filter).expect(200).json().size() == 1;
    }

    /** A record in which the field holds what nobody could have left there. */
    private JsonNode computed(Ruled each) {
        return control("GET", "/records" + each.list(), "")
                .expect(200)
                .json()
                .valueStream()
                .filter(row -> !row.path(each.field().name()).toString().equals(nothing(each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(each + " is computed nowhere"));
    }

    @Test
    @Rule("OKR-03")
    void expandedRecordsWithinAnotherAreReadInTheSameWay() {
        assertEquals("0.5", nestedScore());
        switched("OKR-03=off");
        assertEquals("null", nestedScore());
    }

    private String nestedScore() {
        return client().read("/Objectives/1?expand=true")
                .path("keyResults")
                .path(0)
                .path("score")
                .toString();
    }

    @Test
    @Rule({"OKR-03", "EMUL-22"})
    void aSandboxSwitchesForItselfAlone() {
        JsonNode other = control("POST", "/sandboxes", "{\"rules\":\"OKR-03=off\"}")
                .expect(201)
                .json();
        Client there = client().as(other.path("tokens").path("super-admin").asString());
        assertEquals("null", there.read("/KeyResults/1").path("score").toString());
        assertEquals("0.5", client().read("/KeyResults/1").path("score").toString());
    }

    @Test
    @Rule({"REPR-20", "LIST-18", "LIST-22"})
    void ordersThatALargeTableRemembersAreNotSharedAcrossSwitches() {
        String risks = IntStream.range(0, 1_200)
                .mapToObj(i ->
                        "{\"id\":%d,\"title\":\"r\",\"riskType\":1,\"relatedItemId\":1,\"occurrence\":%d,\"impact\":1}"
                                .formatted(5_000 + i, 2_000 - i))
                .collect(Collectors.joining(","));
        control("POST", "/import", "{\"fixtures\":{\"Risks\":[" + risks + "]}}").expect(200);
        String order = "/Risks?$orderby=exposure&$filter=id%20ge%205000&$top=1&$select=id";
        String smallest = client().get(order).body();
        switched("REPR-20=off");
        assertNotEquals(smallest, client().get(order).body());
        switched("REPR-20=on");
        assertEquals(smallest, client().get(order).body());
        String nulls = "/Risks?$orderby=exposure&$top=1&$select=exposure";
        assertEquals("[{\"exposure\":null}]", client().get(nulls).body());
        switched("LIST-22=off");
        assertNotEquals("[{\"exposure\":null}]", client().get(nulls).body());
    }

    @Test
    @Rule({"EMUL-27", "OKR-03"})
    void whoSeesOrAsksForAComputedFieldReliesOnItsRule() {
        assertRelied("/KeyResults/1", true);
        assertRelied("/KeyResults", true);
        assertRelied("/KeyResults?expand=true&$select=score", true);
        assertRelied("/Objectives/1?expand=true&$select=keyResults", true);
        assertRelied("/KeyResults?$filter=score%20eq%20null", true);
        assertRelied("/KeyResults?$orderby=score&$select=id", true);
        assertRelied("/KeyResults?$select=id", false);
        assertRelied("/KeyResults/1?$select=id,baselineValue", false);
        assertRelied("/Regions/1", false);
        switched("OKR-03=off");
        assertRelied("/KeyResults/1", false);
        assertRelied("/KeyResults?$filter=score%20eq%20null", false);
    }

    @Test
    @Rule({"EMUL-27", "OKR-03"})
    void aScoreThatNobodyMeasuredRestsOnNothing() {
        int empty = client().create(
                        "/KeyResults",
                        "{\"parentId\":1,\"parentType\":44,\"type\":1,\"baselineValue\":1,\"targetValue\":2}");
        assertRelied("/KeyResults/" + empty, false);
    }

    @Test
    @Rule({"EMUL-27", "OKR-03"})
    void aTestOfAPatchReliesOnTheRuleOfTheFieldThatItTests() {
        assertEquals(0, reliedOnScores());
        client().replace("/KeyResults/1", "score", "0.1").expect(204);
        assertEquals(0, reliedOnScores(), "writing what is read only asks for nothing");
        client().patch("/KeyResults/1", "[{\"op\":\"test\",\"path\":\"/Score\",\"value\":0.5}]")
                .expect(204);
        assertEquals(1, reliedOnScores());
    }

    private void assertRelied(String path, boolean relied) {
        int before = reliedOnScores();
        client().get(path).expect(200);
        assertEquals(relied ? before + 1 : before, reliedOnScores(), path);
    }

    private int reliedOnScores() {
        return control("GET", "/fidelity/relied-on", "")
                .expect(200)
                .json()
                .valueStream()
                .filter(each -> each.path("rule").asString().equals("OKR-03"))
                .mapToInt(each -> each.path("calls").asInt())
                .sum();
    }

    private void switched(String rules) {
        control("PUT", "/settings", JsonMapper.shared().writeValueAsString(Map.of("rules", rules)))
                .expect(200);
    }
}
