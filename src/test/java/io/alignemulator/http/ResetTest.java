package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A reset leaves nothing of whatever can be done to a site. What can be done is not listed here: it comes from the route tables, and a route without an example fails. */
@Tag("in-process")
class ResetTest extends BlackBox {

    /** Bodies of the routes that change something; the value of a path's variable stands in the path. */
    private static final Map<String, List<String>> CONTROL = Map.ofEntries(
            Map.entry("PUT /clock", List.of("{\"set\":\"2001-01-01T00:00:00Z\",\"frozen\":true}")),
            Map.entry("PUT /rate-limit", List.of("{\"limit\":\"1000/60:60\"}", "{\"block\":\"10.0.0.9\"}")),
            Map.entry("PUT /settings", List.of("{\"pageCap\":3,\"shuffle\":true,\"dateFormat\":\"seconds\"}")),
            Map.entry("PUT /snapshots/{name}", List.of("")),
            Map.entry("POST /snapshots/{name}/restore", List.of("")),
            Map.entry("POST /tokens", List.of("{\"userId\":1}", "{\"userId\":4}")),
            Map.entry(
                    "POST /faults",
                    List.of("{\"match\":{\"path\":\"/ideas\"},\"effect\":{\"type\":\"status\",\"code\":503}}")),
            Map.entry("POST /import", List.of("{\"fixtures\":{\"Regions\":[{\"name\":\"Imported\"}]}}")),
            Map.entry("POST /requests/verify", List.of("{}")),
            Map.entry("POST /reset", List.of()),
            Map.entry("DELETE /settings", List.of()),
            Map.entry("DELETE /rate-limit", List.of()),
            Map.entry("DELETE /requests", List.of()),
            Map.entry("DELETE /snapshots/{name}", List.of()),
            Map.entry("DELETE /faults", List.of()),
            Map.entry("DELETE /faults/{id}", List.of()));

    @Test
    @Rule("EMUL-02")
    void aResetLeavesNothing() {
        Map<String, String> fresh = everything();
        writeToEveryResource();
        for (String route : mutations()) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1)
                    .replace("{name}", "kept")
                    .replace("{id}", "1");
            List<String> bodies = CONTROL.get(route);
            assertTrue(bodies != null, () -> "no example for " + route);
            bodies.forEach(body -> assertTrue(control(method, path, body).status() < 300, route));
        }
        Map<String, String> changed = everything();
        for (String part : fresh.keySet()) {
            assertTrue(
                    part.equals("/integrity") || !fresh.get(part).equals(changed.get(part)),
                    () -> part + " did not change");
        }
        control("POST", "/reset", "").expect(204);
        assertEquals(fresh, everything());
        Instant now =
                Instant.parse(control("GET", "/clock", "").json().path("now").asString());
        assertTrue(now.isAfter(Instant.parse("2026-01-01T00:00:00Z")), "the machine's time again");
    }

    /** All that a site can be asked for; of a clock that runs only that it does. */
    private Map<String, String> everything() {
        Map<String, String> everything = new TreeMap<>();
        for (String path : List.of(
                "/export",
                "/requests",
                "/faults",
                "/rate-limit",
                "/settings",
                "/tokens",
                "/snapshots",
                "/changes",
                "/integrity")) {
            everything.put(path, control("GET", path, "").expect(200).body());
        }
        everything.put(
                "/clock", control("GET", "/clock", "").json().path("frozen").toString());
        return everything;
    }

    private void writeToEveryResource() {
        Bodies bodies = new Bodies(client());
        for (Resource resource : seedResources()) {
            if (resource.verbs().contains(Verb.CREATE)) {
                client().post(
                                "/" + resource.collection(),
                                bodies.minimal(resource).toString())
                        .expect(201);
            }
            if (resource.verbs().contains(Verb.UPDATE)) {
                int id = client().get("/" + resource.collection() + "?$orderby=id%20desc&$top=1&$select=id")
                        .ids()
                        .get(0);
                client().replace(
                                "/" + resource.collection() + "/" + id,
                                Bodies.text(resource).name(),
                                "\"changed\"");
            }
        }
    }

    /** Method and path of every route of a sandbox that changes something, snapshots before what needs one. */
    private List<String> mutations() {
        JsonNode paths = control("GET", "/openapi.json", "").json().path("paths");
        TreeSet<String> found = new TreeSet<>();
        paths.properties().forEach(path -> path.getValue().propertyNames().forEach(method -> {
            String own = path.getKey();
            if (!own.startsWith("/sandboxes") && !method.equals("get")) {
                found.add(method.toUpperCase(java.util.Locale.ROOT) + " " + own);
            }
        }));
        List<String> ordered = new ArrayList<>(found);
        ordered.sort(java.util.Comparator.comparing((String route) -> route.endsWith("/restore"))
                .thenComparing(route -> route));
        // the settings come last: the snapshot that is restored has those of before
        ordered.remove("PUT /settings");
        ordered.add("PUT /settings");
        return ordered;
    }
}
