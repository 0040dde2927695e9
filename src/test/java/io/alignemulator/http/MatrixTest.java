package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What may be done with the 25 resources of the official object table: 25 x 6 cells, each tried. */
@Tag("in-process")
class MatrixTest extends BlackBox {

    /** The table, written down once more: it must not follow from the catalogue that the server works with. */
    private static final Map<String, String> COLLECTIONS = collections(
            "Theme Themes, Epic Epics, Capability Capabilities, Feature Features, Story Stories, Task Tasks, Defect Defects, Risk Risks, Goal Goals, "
                    + "Objective Objectives, KeyResult KeyResults, Portfolio Portfolios, Program Programs, Team Teams, User Users, Release Releases, "
                    + "ReleaseVehicle ReleaseVehicles, Iteration Iterations, Product Products, Snapshot Snapshots, ValueStream ValueStreams, "
                    + "Customer Customers, Region Regions, City Cities, Idea Ideas");

    private static final Set<String> WITHOUT_UPDATE = Set.of("Portfolio", "ValueStream", "Customer", "Idea");
    private static final List<String> VERBS = List.of("list", "get", "post", "put", "patch", "delete");

    private final Map<String, Map<String, Boolean>> found = new TreeMap<>();

    @TestFactory
    @Rule({"ADDR-09", "ADDR-13"})
    Stream<DynamicTest> everyCellOfTheMatrix() {
        Bodies bodies = new Bodies(client());
        List<DynamicTest> cells = new ArrayList<>();
        COLLECTIONS.forEach((name, collection) -> {
            Resource resource = CATALOGUE.resource(name);
            VERBS.forEach(verb -> cells.add(dynamicTest(
                    verb + " of " + collection + (isAllowed(name, verb) ? " works" : " is refused with 405"),
                    () -> tried(resource, "/" + collection, verb, bodies))));
        });
        cells.add(dynamicTest("the table that was found is the seed's", this::assertTable));
        return cells.stream();
    }

    private static boolean isAllowed(String resource, String verb) {
        return switch (verb) {
            case "delete" -> false;
            case "put", "patch" -> !WITHOUT_UPDATE.contains(resource);
            default -> true;
        };
    }

    /** Each cell on a site of its own: a PUT of the smallest body leaves a team without programs. */
    private void tried(Resource resource, String collection, String verb, Bodies bodies) {
        site().reset();
        boolean works =
                switch (verb) {
                    case "list" -> list(collection);
                    case "get" -> get(collection);
                    case "post" -> post(resource, collection, bodies);
                    case "put" -> put(resource, collection, bodies);
                    case "patch" -> patch(resource, collection);
                    default -> delete(resource, collection);
                };
        found.computeIfAbsent(resource.name(), name -> new LinkedHashMap<>()).put(verb, works);
        assertEquals(isAllowed(resource.name(), verb), works);
    }

    private boolean list(String collection) {
        JsonNode rows = client().read(collection);
        assertTrue(rows.isArray() && !rows.isEmpty() && rows.size() <= 100, () -> collection + " lists " + rows);
        return true;
    }

    private boolean get(String collection) {
        int id = someId(collection);
        JsonNode record = client().read(collection + "/" + id);
        assertEquals(id, record.path("id").asInt());
        return true;
    }

    private boolean post(Resource resource, String collection, Bodies bodies) {
        JsonNode body = bodies.minimal(resource);
        Answer answer = client().post(collection, body.toString());
        if (answer.status() == 405) {
            return refused(answer, "GET");
        }
        int id = answer.expect(201).json().asInt();
        JsonNode created = client().read(collection + "/" + id);
        assertAll(body.properties().stream()
                .map(sent -> () -> assertEquals(
                        sent.getValue().toString(), created.path(sent.getKey()).toString(), sent.getKey())));
        return true;
    }

    private boolean put(Resource resource, String collection, Bodies bodies) {
        String item = collection + "/" + someId(collection);
        JsonNode body = bodies.minimal(resource);
        Answer answer = client().put(item, body.toString());
        if (answer.status() == 405) {
            return refused(answer, "GET");
        }
        answer.expectEmpty(204);
        String key = Bodies.text(resource).name();
        assertEquals(body.path(key).asString(""), client().read(item).path(key).asString(""), key);
        return true;
    }

    private boolean patch(Resource resource, String collection) {
        String item = collection + "/" + someId(collection);
        String key = Bodies.text(resource).name();
        Answer answer = client().replace(item, key, "\"patched\"");
        if (answer.status() == 405) {
            return refused(answer, "GET");
        }
        answer.expectEmpty(204);
        assertEquals("patched", client().read(item).path(key).asString());
        return true;
    }

    private boolean delete(Resource resource, String collection) {
        String item = collection + "/" + someId(collection);
        Answer answer = client().send("DELETE", item, Map.of(), "");
        refused(answer, WITHOUT_UPDATE.contains(resource.name()) ? "GET" : "GET, PATCH, PUT");
        client().get(item).expect(200);
        return false;
    }

    private static boolean refused(Answer answer, String allow) {
        answer.expectEmpty(405);
        assertEquals(allow, answer.header("allow"));
        return false;
    }

    /** Not the first user, who is the caller: a write of its role acts on the next call. */
    private int someId(String collection) {
        return client().get(collection + "?$top=2&$select=id").ids().stream()
                .filter(id -> !collection.equals("/Users") || id != 1)
                .findFirst()
                .orElseThrow();
    }

    private void assertTable() {
        Map<String, Map<String, Boolean>> seed = new TreeMap<>();
        COLLECTIONS.keySet().forEach(name -> {
            Map<String, Boolean> row = new LinkedHashMap<>();
            VERBS.forEach(verb -> row.put(verb, isAllowed(name, verb)));
            seed.put(name, row);
        });
        StringBuilder table = new StringBuilder(String.format("%n%-16s", "resource"));
        VERBS.forEach(verb -> table.append(String.format("%-8s", verb)));
        found.forEach((name, row) -> {
            table.append(String.format("%n%-16s", name));
            row.values().forEach(works -> table.append(String.format("%-8s", works ? "yes" : "405")));
        });
        System.out.println(table);
        assertEquals(25, seed.size());
        assertEquals(seed, found);
    }

    private static Map<String, String> collections(String pairs) {
        Map<String, String> collections = new LinkedHashMap<>();
        for (String pair : pairs.split(", ")) {
            String[] words = pair.split(" ");
            collections.put(words[0], words[1]);
        }
        return collections;
    }
}
