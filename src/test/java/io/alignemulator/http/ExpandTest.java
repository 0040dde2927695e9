package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.alignemulator.catalogue.Expansion;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** {@code expand=true}: every expansion of the catalogue, tried on a record that holds its reference. */
@Tag("in-process")
class ExpandTest extends BlackBox {

    /** Nothing published says what is behind these: no collection holds such objects. */
    private static final Set<String> WITHOUT_COLLECTION = Set.of("User.holidayCalendar", "Team.communities");

    @TestFactory
    @Rule("REPR-10")
    Stream<DynamicTest> everyReferenceIsExpanded() {
        return seedResources().stream().flatMap(resource -> resource.expansions().stream()
                .filter(e -> !WITHOUT_COLLECTION.contains(resource.name() + "." + e.key()))
                .map(e -> dynamicTest(resource.name() + "." + e.key(), () -> expanded(resource, e))));
    }

    @TestFactory
    @Rule("REPR-09")
    Stream<DynamicTest> noOtherKeyOfTheRecordIsLeftOut() {
        return seedResources().stream()
                .map(resource -> dynamicTest(resource.name(), () -> {
                    List<String> kept = resource.fields().stream()
                            .filter(field -> field.isPrinted() && !field.is(Field.Trait.OMIT_WHEN_NULL))
                            .map(Field::name)
                            .filter(name -> resource.expansions().stream().noneMatch(e -> takesThePlaceOf(e, name)))
                            .toList();
                    assertTrue(kept.contains("id"), kept::toString);
                    for (JsonNode row : rows("/" + resource.collection() + "?expand=true")) {
                        List<String> missing =
                                kept.stream().filter(key -> !row.has(key)).toList();
                        assertEquals(List.of(), missing, () -> resource + " " + row.path("id"));
                    }
                }));
    }

    /** The objects stand in place of the key, or under it while there are any. */
    private static boolean takesThePlaceOf(Expansion expansion, String key) {
        return (expansion.replaces() && expansion.from().equals(key))
                || (!expansion.many() && expansion.key().equals(key));
    }

    private void expanded(Resource resource, Expansion expansion) {
        List<JsonNode> expandedRows = rows("/" + resource.collection() + "?expand=true");
        int tried = 0;
        for (JsonNode row : rows("/" + resource.collection())) {
            JsonNode expanded = expandedRows.stream()
                    .filter(each -> each.path("id").equals(row.path("id")))
                    .findFirst()
                    .orElseThrow();
            List<String> wanted = wanted(row, expansion);
            if (wanted.isEmpty()) {
                assertEquals(expansion.many(), expanded.has(expansion.key()), "key of nothing on " + row.path("id"));
                continue;
            }
            tried++;
            assertEquals(
                    wanted,
                    found(expanded.path(expansion.key()), expansion),
                    row.path("id").toString());
            if (!expansion.from().contains(".")) {
                assertEquals(
                        expansion.replaces() ? "" : row.path(expansion.from()).toString(),
                        expanded.path(expansion.from()).toString());
            }
        }
        assertTrue(tried > 0, "no record of the fixtures holds " + expansion.from());
    }

    /** What the objects have to be called: ids, or uids of users. */
    private List<String> wanted(JsonNode row, Expansion expansion) {
        List<String> wanted = new ArrayList<>();
        if (expansion.from().contains(".")) {
            String[] reverse = expansion.from().split("\\.");
            String children = "/" + CATALOGUE.resource(reverse[0]).collection();
            rows(children).stream()
                    .filter(child -> child.path(reverse[1]).equals(row.path("id")))
                    .forEach(child -> wanted.add(child.path("id").asString()));
            return wanted;
        }
        JsonNode from = row.path(expansion.from());
        Stream<String> values = from.isArray()
                ? from.valueStream().map(JsonNode::asString)
                : Stream.of(from.asString("").split(",")).filter(text -> !text.isEmpty());
        values.filter(value -> isNamed(row, expansion, value)).forEach(wanted::add);
        return wanted;
    }

    /** Of several related objects only that one is filled whose kind the record names. */
    private boolean isNamed(JsonNode row, Expansion expansion, String value) {
        boolean none = value.equals("0") || value.equals("-1");
        if (none) {
            return false;
        }
        if (expansion.from().equals("relatedItemId")) {
            List<String> kinds = List.of("", "Release", "Epic", "Feature", "Theme", "Capability");
            return expansion.resources().contains(kinds.get(row.path("riskType").asInt()));
        }
        if (expansion.from().equals("parentId") && row.has("primaryProgramId")) {
            String collection = CATALOGUE.resource(expansion.resources().get(0)).collection();
            return client().get("/" + collection + "/" + value).status() == 200;
        }
        return true;
    }

    private static List<String> found(JsonNode value, Expansion expansion) {
        boolean users = expansion.resources().equals(List.of("User"));
        String key = users ? "uid" : "id";
        return expansion.many()
                ? value.valueStream().map(each -> each.path(key).asString()).toList()
                : List.of(value.path(key).asString(""));
    }

    private List<JsonNode> rows(String path) {
        return client().read(path).valueStream().toList();
    }

    @Test
    @Rule("REPR-11")
    void onAnEpicObjectsReplaceTheIdsOfDependenciesAndFeatures() {
        JsonNode plain = client().read("/Epics/1");
        JsonNode expanded = client().read("/Epics/1?expand=true");
        assertAll(
                () -> assertTrue(plain.has("featureIds") && plain.has("dependencyIds")),
                () -> assertFalse(expanded.has("featureIds") || expanded.has("dependencyIds")),
                () -> assertEquals(
                        1, expanded.path("features").get(0).path("id").asInt()),
                () -> assertEquals(
                        1, expanded.path("dependencies").get(0).path("id").asInt()));
    }

    @Test
    @Rule({"REPR-11", "REPR-12"})
    void absentReferencesAreLeftOut() {
        JsonNode bare = client().read("/Epics/4?expand=true");
        List.of("theme", "score", "owner", "workCode").forEach(key -> assertFalse(bare.has(key), key));
        assertEquals("[null]", bare.path("additionalPrograms").toString());
        assertEquals("[]", bare.path("releases").toString());
    }

    @Test
    @Rule("REPR-12")
    void nestedOwnersAreShortAndNestedProgramsAreWhole() {
        JsonNode epic = client().read("/Epics/1?expand=true");
        assertEquals(
                List.of("id", "uid", "firstName", "lastName", "email", "fullName"), Answer.keys(epic.path("owner")));
        assertEquals(
                client().get("/Programs/1").body(), epic.path("primaryProgram").toString());
    }

    @Test
    @Rule("LIST-21")
    void expandMayBeFalse() {
        assertEquals(
                client().get("/Epics").body(),
                client().get("/Epics?expand=false").body());
        assertEquals(
                client().get("/Epics?expand=true").body(),
                client().get("/Epics?Expand=TRUE").body());
    }

    @Test
    @Rule("REPR-13")
    void anObjectWhoseKeyIsAFieldTooIsThereOnce() {
        String user = client().get("/Users/8?expand=true").expect(200).body();
        assertEquals(2, user.split("\"enterpriseHierarchy\":", -1).length, user);
    }
}
