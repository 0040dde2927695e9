package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a client read can be written back, for every record of the sets that ship: no record of them breaks a rule, but those that rules.yaml itself lets be old. */
@Tag("in-process")
class PutBackTest extends BlackBox {

    private static final Set<String> STAMPS = Set.of("lastUpdatedBy", "lastUpdatedDate");

    /** Stories with points that a connector brought and that are on no scale; such a record refuses every write (LIFE-16). */
    private static final Set<String> OLD = Set.of("/Stories/10004", "/Stories/10005", "/Stories/10027");

    private final Map<String, EmulatedSite> sites = new TreeMap<>();

    static Stream<Arguments> collections() {
        return Stream.of("minimal", "demo").flatMap(set -> CATALOGUE.resources().stream()
                .filter(resource -> resource.isServed() && resource.verbs().contains(Verb.UPDATE))
                .filter(resource -> resource.routes().get(0).parent().isEmpty())
                .map(resource -> Arguments.of(set, resource)));
    }

    @AfterAll
    void closeSites() {
        sites.values().forEach(EmulatedSite::close);
    }

    private EmulatedSite site(String set) {
        return sites.computeIfAbsent(set, name -> EmulatedSite.with(ServerSettings.FIXTURES, name));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collections")
    @Rule({"WRIT-28", "WRIT-05", "LIFE-16"})
    void whatGetAnsweredCanBePutBackAndChangesNothingButTheStamps(String set, Resource resource) {
        Client client = site(set).client();
        String path = "/" + resource.collection();
        List<String> wrong = new ArrayList<>();
        for (int skip = 0; ; skip += 100) {
            JsonNode page = client.read(path + "?$select=id&$skip=" + skip);
            for (JsonNode row : page) {
                wrong.addAll(putBack(client, path + "/" + row.path("id").asInt(), set.equals("minimal")));
            }
            if (page.size() < 100) {
                break;
            }
        }
        assertEquals(List.of(), wrong);
        Set<String> changes = changes(set);
        changes.removeIf(each -> STAMPS.stream().anyMatch(each::endsWith));
        assertEquals(Set.of(), changes, "fields of any record");
    }

    /** @param again whether the record is read again; of large sets only what the site says of its changes is looked at */
    private static List<String> putBack(Client client, String item, boolean again) {
        Answer before = client.get(item).expect(200);
        Answer put = client.put(item, before.body());
        if (OLD.contains(item)) {
            return put.body().contains("Value for effortPoints is invalid.")
                    ? List.of()
                    : List.of(item + ": " + put.status());
        }
        if (put.status() != 204) {
            return List.of(item + ": " + put.status() + " " + put.body());
        }
        if (!again) {
            return List.of();
        }
        JsonNode after = client.get(item).expect(200).json();
        List<String> wrong = new ArrayList<>();
        before.json().forEachEntry((key, value) -> {
            if (!STAMPS.contains(key) && !value.equals(after.path(key))) {
                wrong.add(item + ": " + key + " was " + value + " and is " + after.path(key));
            }
        });
        return wrong;
    }

    /** The fields of any record that differ from the set. */
    private Set<String> changes(String set) {
        Set<String> fields = new TreeSet<>();
        for (JsonNode change : Client.control(site(set).uri(), "GET", "/changes", "", Map.of())
                .expect(200)
                .json()) {
            change.path("fields")
                    .propertyNames()
                    .forEach(field -> fields.add(change.path("resource").asString() + "." + field));
        }
        return fields;
    }

    @Test
    @Rule("LIFE-06")
    void theDemoSetHoldsFeaturesThatTheirEpicsHaveLeftBehind() {
        Client client = site("demo").client();
        for (String feature : List.of("/Features/2014", "/Features/2107")) {
            JsonNode misaligned = client.read(feature);
            String increments = client.read("/Epics/" + misaligned.path("parentId"))
                    .path("releaseIds")
                    .toString();
            assertEquals(-1, increments.indexOf(misaligned.path("releaseId").toString()), feature);
            client.put(feature, misaligned.toString()).expect(204);
        }
    }

    @Test
    @Rule("LIFE-16")
    void theDemoSetHoldsPointsThatAConnectorBrought() {
        try (EmulatedSite demo = EmulatedSite.with(ServerSettings.FIXTURES, "demo")) {
            Client client = demo.client();
            JsonNode odd = client.read(
                    "/Stories?$filter=effortPoints%20eq%207%20or%20effortPoints%20eq%2011%20or%20effortPoints%20eq%2021");
            assertEquals(
                    List.of(7, 11, 21),
                    odd.valueStream()
                            .map(each -> each.path("effortPoints").asInt())
                            .toList());
            for (JsonNode each : odd) {
                String story = "/Stories/" + each.path("id");
                client.replace(story, "title", "\"an unrelated change\"")
                        .expectSentence(
                                400,
                                "Cannot update story with id " + each.path("id")
                                        + ". Value for effortPoints is invalid.");
                client.replace(story, "effortPoints", "8").expect(204);
            }
        }
    }
}
