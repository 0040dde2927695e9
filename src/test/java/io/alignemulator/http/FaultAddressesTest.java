package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.address.Endpoint;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The list of addresses that faults are checked against is the one that the server answers on. */
@Tag("in-process")
class FaultAddressesTest extends BlackBox {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final List<Endpoint> endpoints = Endpoints.of(CATALOGUE).all();

    @Test
    @Rule("EMUL-07")
    void everyAddressOfTheListIsOneOfTheServer() {
        assertAll(endpoints.stream().map(endpoint -> () -> {
            String path = endpoint.path().replaceAll("\\{[^}]*}", "1");
            Answer answer = client().send("OPTIONS", path, Map.of(), "").expect(405);
            assertEquals(String.join(", ", endpoint.methods()), answer.header("allow"), path);
        }));
    }

    @Test
    @Rule("EMUL-07")
    void theListIsThatOfThePublishedDocument() throws IOException {
        JsonNode paths = Json.read(Files.readAllBytes(Path.of("openapi/jira-align-2.0.json")))
                .path("paths");
        Map<String, Set<String>> documented = new TreeMap<>();
        paths.properties()
                .forEach(path -> documented.put(
                        path.getKey().substring(Client.BASE.length()).toLowerCase(Locale.ROOT),
                        upper(path.getValue().propertyNames())));
        Map<String, Set<String>> listed = new TreeMap<>();
        endpoints.forEach(
                endpoint -> listed.put(endpoint.path().toLowerCase(Locale.ROOT), new TreeSet<>(endpoint.methods())));
        assertEquals(documented, listed);
    }

    private static Set<String> upper(Collection<String> names) {
        return names.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(METHODS::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
