package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.resource.address.Endpoint;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whatever is explained is what a call is really told: a call's explanation goes the call's own way. */
@Rule({"ACCS-01", "ACCS-03", "ACCS-07"})
class ExplanationTest {

    private static final List<String> METHODS = List.of("GET", "GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 405);
    private static final List<Endpoint> ENDPOINTS =
            Endpoints.of(BlackBox.CATALOGUE).all();

    /** Somebody whose calls are made and explained. */
    private record Persona(int user, String token) {}

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"minimal, 1", "minimal, 2", "demo, 3", "demo, 4"})
    void theStatusThatIsExplainedIsTheOneOfTheCall(String fixtures, long seed) {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.FIXTURES, fixtures)) {
            Random random = new Random(seed);
            List<Persona> personas = personas(site);
            Map<String, List<Integer>> ids = new HashMap<>();
            Map<String, Integer> decisions = new TreeMap<>();
            for (int i = 0; i < 250; i++) {
                Persona who = pick(random, personas);
                String method = pick(random, METHODS);
                String path = path(random, site, ids, pick(random, ENDPOINTS));
                JsonNode told = explanation(site, who, method, path);
                int status = call(site, who, method, path);
                String what = "user " + who.user() + " " + method + " " + path + ": " + told;
                if (told.has("status")) {
                    assertEquals(told.path("status").asInt(), status, what);
                } else {
                    assertFalse(REFUSED.contains(status), what + " but the call was answered " + status);
                }
                decisions.merge(told.path("decision").asString(), 1, Integer::sum);
            }
            assertTrue(
                    decisions.keySet().containsAll(Set.of("allowed", "wrong verb", "no such record")),
                    () -> "too few kinds of calls: " + decisions);
        }
    }

    private static List<Persona> personas(EmulatedSite site) {
        List<Persona> personas = new ArrayList<>();
        control(site, "/tokens")
                .forEach(each -> personas.add(new Persona(
                        each.path("userId").asInt(), each.path("token").asString())));
        return personas;
    }

    /** A path of the address: mostly of records that are there, in any case, at times of none. */
    private static String path(Random random, EmulatedSite site, Map<String, List<Integer>> ids, Endpoint endpoint) {
        String collection = endpoint.segments().get(0).toString();
        List<Integer> known = ids.computeIfAbsent(collection, name -> ids(site, name));
        String path = endpoint.segments().stream()
                .map(segment -> segment.toString().startsWith("{")
                        ? Integer.toString(
                                known.isEmpty() || random.nextInt(6) == 0
                                        ? 1 + random.nextInt(12)
                                        : pick(random, known))
                        : segment.toString())
                .collect(Collectors.joining("/", "/", ""));
        return switch (random.nextInt(12)) {
            case 0 -> path.toUpperCase(java.util.Locale.ROOT);
            case 1 -> path + "/";
            case 2 -> path + "/nothing";
            case 3 -> path.replaceFirst("[0-9]+", "x");
            default -> path;
        };
    }

    private static List<Integer> ids(EmulatedSite site, String collection) {
        Answer list = new Client(site.uri(), admin(site)).get("/" + collection + "?$select=id&$top=40");
        return list.status() == 200 ? list.ids() : List.of();
    }

    private static String admin(EmulatedSite site) {
        return personas(site).get(0).token();
    }

    private static JsonNode explanation(EmulatedSite site, Persona who, String method, String path) {
        return control(site, "/access" + Client.query("user", "" + who.user(), "verb", method, "path", path));
    }

    /** A body that each verb can read and that says nothing: one that cannot be read is refused before the record is looked for. */
    private static int call(EmulatedSite site, Persona who, String method, String path) {
        boolean reads = method.equals("GET") || method.equals("DELETE");
        Map<String, String> headers = reads ? Map.of() : Map.of("Content-Type", "application/json");
        return new Client(site.uri(), who.token())
                .send(method, path, headers, reads ? "" : method.equals("PATCH") ? "[]" : "{}")
                .status();
    }

    private static JsonNode control(EmulatedSite site, String path) {
        return Client.control(site.uri(), "GET", path, "", Map.of()).expect(200).json();
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
