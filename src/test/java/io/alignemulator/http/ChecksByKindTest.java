package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every check that the catalogue names, on every resource that it names it for: what a kind of check refuses and what it lets pass. */
@Tag("in-process")
class ChecksByKindTest extends BlackBox {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The resources and their checks of a kind and rule, where a client can create records. */
    static Stream<Arguments> checks(String kind, String id) {
        List<Arguments> checks = CATALOGUE.resources().stream()
                .filter(resource -> resource.verbs().contains(Verb.CREATE)
                        && resource.recordsOf().equals(resource.name()))
                .flatMap(resource -> resource.rules().stream()
                        .filter(rule -> rule.kind().equals(kind) && rule.id().equals(id))
                        .map(rule -> Arguments.of(resource, rule)))
                .toList();
        assertTrue(!checks.isEmpty(), "no resource has a check " + kind + " by " + id);
        return checks.stream();
    }

    static Stream<Arguments> datesInOrder() {
        return checks("inOrder", "LIFE-09");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("datesInOrder")
    @Rule("LIFE-09")
    void theEndIsNotBeforeTheBegin(Resource resource, io.alignemulator.catalogue.Rule rule) {
        List<String> keys = rule.texts("keys");
        for (int i = 1; i < keys.size(); i++) {
            ObjectNode body = body(resource).put(keys.get(i - 1), "2026-11-20").put(keys.get(i), "2026-11-19");
            refused(resource, body, keys.get(i));
            body.put(keys.get(i), "2026-11-20");
            int id = client().create(path(resource), body.toString());
            client().replace(path(resource) + "/" + id, keys.get(i - 1), "\"2026-11-21\"")
                    .expectSentence(400, cannotUpdate(resource, id, keys.get(i - 1)));
            client().replace(path(resource) + "/" + id, keys.get(i), "\"2026-11-19\"")
                    .expectSentence(400, cannotUpdate(resource, id, keys.get(i)));
            client().replace(path(resource) + "/" + id, keys.get(i - 1), "null").expect(204);
        }
        refused(
                resource,
                body(resource).put(keys.get(0), "2026-11-20").put(keys.get(keys.size() - 1), "2026-11-19"),
                keys.get(keys.size() - 1));
    }

    @ParameterizedTest
    @CsvSource({
        "inOrder, LIFE-09, Iteration Release ReleaseVehicle Theme",
        "noCycle, LIFE-10, Goal Objective Product Release",
        "samePlace, LIFE-07, Defect Defect Iteration Story Story",
        "samePlace, LIFE-08, Iteration Story"
    })
    @Rule({"LIFE-07", "LIFE-08", "LIFE-09", "LIFE-10"})
    void aCheckStandsWithTheResourcesThatItsRuleNames(String kind, String id, String resources) {
        assertEquals(
                List.of(resources.split(" ")),
                checks(kind, id).map(each -> each.get()[0].toString()).toList());
    }

    static Stream<Arguments> trees() {
        return checks("noCycle", "LIFE-10");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trees")
    @Rule("LIFE-10")
    void noRecordIsItsOwnAncestor(Resource resource, io.alignemulator.catalogue.Rule rule) {
        int top = client().create(path(resource), body(resource).toString());
        int middle = client().create(
                        path(resource), body(resource).put(rule.field(), top).toString());
        int below = client().create(
                        path(resource), body(resource).put(rule.field(), middle).toString());
        for (int descendant : new int[] {top, middle, below}) {
            client().replace(path(resource) + "/" + top, rule.field(), String.valueOf(descendant))
                    .expectSentence(400, cannotUpdate(resource, top, rule.field()));
        }
        client().replace(path(resource) + "/" + below, rule.field(), String.valueOf(top))
                .expect(204);
    }

    static Stream<Arguments> numbers() {
        return checks("notNegative", "LIFE-15");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    @Rule("LIFE-15")
    void hoursPointsAndBudgetsAreNotNegative(Resource resource, io.alignemulator.catalogue.Rule rule) {
        for (String key : rule.texts("keys")) {
            String[] path = key.split("\\.");
            refused(resource, with(body(resource), path, -1), path[0]);
            client().create(path(resource), with(body(resource), path, 0).toString());
        }
    }

    @Test
    @Rule("LIFE-15")
    void everyWritableNumberThatIsCalledSoIsLookedAt() {
        for (Resource resource : CATALOGUE.resources()) {
            List<String> looked = resource.rules().stream()
                    .filter(rule -> rule.kind().equals("notNegative"))
                    .flatMap(rule -> rule.texts("keys").stream())
                    .toList();
            List<String> named = resource.fields().stream()
                    .filter(field -> resource.verbs().contains(Verb.CREATE)
                            && field.write() != io.alignemulator.catalogue.Field.Write.NEVER
                            && List.of("INTEGER", "NUMBER")
                                    .contains(field.type().kind().name())
                            && field.name().matches("(?!include).*([hH]ours|[pP]oints|[bB]udget).*"))
                    .map(io.alignemulator.catalogue.Field::name)
                    .toList();
            assertTrue(looked.containsAll(named), () -> resource + ": " + named + ", looked at " + looked);
        }
    }

    static Stream<Arguments> lists() {
        return Stream.concat(checks("labelled", "OKR-01"), checks("labelled", "OKR-04"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    @Rule({"OKR-01", "OKR-04"})
    void aTypeIsOneOfTheKnownOnes(Resource resource, io.alignemulator.catalogue.Rule rule) {
        for (String value : resource.field(rule.field()).labels().keySet()) {
            client().create(
                            path(resource),
                            body(resource)
                                    .put(rule.field(), Integer.parseInt(value))
                                    .toString());
        }
        refused(resource, body(resource).put(rule.field(), 99), rule.field());
    }

    static Stream<Arguments> parents() {
        return checks("namedHoldsNot", "LIFE-12");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parents")
    @Rule("LIFE-12")
    void aCancelledParentTakesNoNewChild(Resource resource, io.alignemulator.catalogue.Rule rule) {
        Resource above = CATALOGUE.resource(resource.field(rule.field())
                .reference()
                .orElseThrow()
                .targets()
                .get(0)
                .resource());
        int parent = client().create(path(above), body(above).toString());
        int child = client().create(
                        path(resource), body(resource).put(rule.field(), parent).toString());
        int other = client().create(path(resource), body(resource).toString());
        client().replace(path(above) + "/" + parent, "isCanceled", "1").expect(204);
        refused(resource, body(resource).put(rule.field(), parent), rule.field());
        client().replace(path(resource) + "/" + other, rule.field(), String.valueOf(parent))
                .expectSentence(400, cannotUpdate(resource, other, rule.field()));
        assertEquals(
                1,
                client().read(path(resource) + "/" + child).path("isCanceled").asInt());
        client().replace(path(resource) + "/" + child, "title", "\"still writable\"")
                .expect(204);
    }

    static Stream<Arguments> children() {
        return checks("samePlace", "LIFE-06");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("children")
    @Rule("LIFE-06")
    void aNewChildLiesInAnIncrementOfItsEpicOrInNone(Resource resource, io.alignemulator.catalogue.Rule rule) {
        int epic = client().create("/Epics", "{\"title\":\"e\",\"primaryProgramId\":1,\"releaseIds\":[1,54]}");
        ObjectNode child = body(resource).put("parentId", epic);
        client().create(path(resource), child.toString());
        boolean many = resource.field(rule.told()).isArray();
        child.set(rule.told(), JSON.readTree(many ? "[55]" : "55"));
        refused(resource, child, rule.told());
        child.set(rule.told(), JSON.readTree(many ? "[54]" : "54"));
        int id = client().create(path(resource), child.toString());
        client().replace("/Epics/" + epic, "releaseIds", "[1]").expect(204);
        client().replace(path(resource) + "/" + id, "title", "\"misaligned and writable\"")
                .expect(204);
    }

    private void refused(Resource resource, ObjectNode body, String field) {
        String before = client().get(path(resource)).body();
        client().post(path(resource), body.toString())
                .expectSentence(
                        400, "Cannot create " + resource.noun().one() + ". Value for " + field + " is invalid.");
        assertEquals(before, client().get(path(resource)).body(), "the world is unchanged");
    }

    private static String cannotUpdate(Resource resource, int id, String field) {
        return "Cannot update " + resource.noun().one() + " with id " + id + ". Value for " + field + " is invalid.";
    }

    private static String path(Resource resource) {
        return "/" + resource.collection();
    }

    /** The smallest body; an objective of the portfolio, which may hang on any other. */
    private ObjectNode body(Resource resource) {
        ObjectNode body = new Bodies(client()).minimal(resource);
        if (resource.has("tier")) {
            body.put("tier", 4).put("portfolioId", 1).remove("programId");
        }
        return body;
    }

    /** The body with a number under a key, or under a key of the one element of an array. */
    private static ObjectNode with(ObjectNode body, String[] path, int number) {
        if (path.length == 1) {
            return body.put(path[0], number);
        }
        body.putArray(path[0]).addObject().put("id", 9001).put("name", "n").put(path[1], number);
        return body;
    }
}
