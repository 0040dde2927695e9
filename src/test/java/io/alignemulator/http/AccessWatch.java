package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.matrix.RandomSite;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads as one persona and looks through each answer for records that the same persona is not given by id. */
final class AccessWatch {

    private final RandomSite world;
    private final Client caller;
    private final Map<String, Integer> byId = new HashMap<>();
    private int nested;

    AccessWatch(RandomSite world, Client caller) {
        this.world = world;
        this.caller = caller;
    }

    /** How many records stood inside others so far. */
    int nested() {
        return nested;
    }

    /** The address of a record; the collection of a second view on the same records has another one. */
    String item(Resource resource, JsonNode row) {
        return collection(resource, row) + "/" + row.path("id").asLong();
    }

    /** The address of the collection in which a record stands. */
    String collection(Resource resource, JsonNode row) {
        Route route = resource.routes().stream()
                .filter(each -> variables(each).stream().allMatch(row::has))
                .findFirst()
                .orElseThrow();
        return route.segments().stream()
                .map(segment -> "/"
                        + Route.variable(segment)
                                .map(name -> row.path(name).asString())
                                .orElse(segment))
                .collect(Collectors.joining());
    }

    private static List<String> variables(Route route) {
        return route.segments().stream()
                .flatMap(segment -> Route.variable(segment).stream())
                .toList();
    }

    /** What the persona is answered to a GET of the record: 200, 403 or 404. */
    int status(Resource resource, JsonNode row) {
        return byId.computeIfAbsent(item(resource, row), item -> {
            int status = caller.get(item).status();
            assertTrue(List.of(200, 403, 404).contains(status), () -> item + ": " + status);
            return status;
        });
    }

    /** Reads and looks through; an answer without rows is none of ours. */
    Answer read(Resource resource, String path) {
        Answer answer = caller.get(path);
        if (answer.status() == 200) {
            JsonNode json = answer.json();
            (json.isArray() ? json.valueStream().toList() : List.of(json)).forEach(row -> {
                assertAllowed(resource, row, path);
                row.forEach(value -> inside(value, path));
            });
        }
        return answer;
    }

    /** The caller's own record, which needs no page; what stands inside does. */
    void whoAmI() {
        String path = "/Users/whoami?expand=true";
        caller.read(path).forEach(value -> inside(value, path));
    }

    /** Every object that is a record, at any depth: by its id, which no two records of the site share. */
    private void inside(JsonNode value, String path) {
        if (value.isObject()) {
            Optional<Resource> kind = world.kind(value.path("id").asLong(-1));
            assertTrue(kind.isPresent() || !value.has("self"), () -> path + " holds an unknown record " + value);
            kind.ifPresent(resource -> {
                nested++;
                assertAllowed(resource, value, path);
            });
        }
        if (value.isContainer()) {
            value.forEach(each -> inside(each, path));
        }
    }

    private void assertAllowed(Resource resource, JsonNode shown, String path) {
        long id = shown.path("id").asLong();
        Optional<JsonNode> row = world.records(resource).stream()
                .filter(each -> each.path("id").asLong() == id)
                .findFirst();
        if (row.isPresent()) {
            assertEquals(200, status(resource, row.get()), () -> path + " shows " + resource + " " + id);
        }
    }

    /** The ids of a whole list; empty when it is refused. */
    Optional<List<Integer>> list(Resource resource, String collection) {
        List<Integer> ids = new ArrayList<>();
        List<Integer> page;
        do {
            Answer answer = read(resource, collection + "?$skip=" + ids.size());
            if (answer.status() != 200) {
                assertTrue(List.of(403, 404).contains(answer.status()), answer::toString);
                return Optional.empty();
            }
            page = answer.ids();
            ids.addAll(page);
        } while (page.size() == 100);
        return Optional.of(ids);
    }
}
