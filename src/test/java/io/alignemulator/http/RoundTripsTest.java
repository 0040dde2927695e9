package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is read can be sent back: a test of each value as read holds, and a PUT of a record as read changes nothing but who wrote last. */
@Tag("in-process")
class RoundTripsTest extends BlackBox {

    private static final List<String> OF_THE_WRITE = List.of("lastUpdatedDate", "lastUpdatedBy");

    @Override
    SiteUnderTest start() {
        return EmulatedSite.start(EmulatedSite.SETTINGS.with(ServerSettings.FIXTURES, "demo"));
    }

    /** The first three. */
    private List<String> records(Resource resource) {
        return client().get("/" + resource.collection() + "?$top=3")
                .json()
                .valueStream()
                .map(row -> "/" + resource.collection() + "/" + row.path("id"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("updatedResources")
    @Rule({"PTCH-05", "PTCH-02"})
    void aTestOfAValueAsReadHolds(Resource resource) {
        for (String path : records(resource)) {
            ArrayNode tests = JsonMapper.shared().createArrayNode();
            client().read(path).properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .forEach(member -> tests.addObject()
                            .put("op", "test")
                            .put("path", "/" + member.getKey())
                            .set("value", member.getValue()));
            client().patch(path, tests.toString()).expectEmpty(204);
        }
    }

    @ParameterizedTest
    @MethodSource("updatedResources")
    @Rule({"BODY-01", "WRIT-15"})
    void aPutOfWhatWasReadChangesNothing(Resource resource) {
        for (String path : records(resource)) {
            ObjectNode before = (ObjectNode) client().read(path);
            client().put(path, before.toString()).expectEmpty(204);
            ObjectNode after = (ObjectNode) client().read(path);
            assertEquals(before.remove(OF_THE_WRITE), after.remove(OF_THE_WRITE), path);
        }
    }

    /** On a site of its own: null in a list of objects is outside the document, for who generates code cannot read it. */
    @Test
    @Rule({"BODY-04", "ROBU-01", "PTCH-03"})
    void whatOnlyTheReaderTakesIsReadAndAskedForLikeAnythingElse() {
        try (SiteUnderTest site = start()) {
            Documented.leaveOut(site.uri());
            assertWhatOnlyTheReaderTakes(site.uri(), new Client(site.uri(), site.token()));
        }
    }

    private static void assertWhatOnlyTheReaderTakes(URI site, Client client) {
        String body = "{\"title\":\"odd\",\"description\":\"d\",\"primaryProgramId\":1,\"state\":1,\"type\":1,"
                + "\"fcastShare\":NaN,\"points\":[null],\"links\":[null],\"releaseIds\":null,\"customFields\":null}";
        String path = "/Epics/" + client.post("/Epics", body).expect(201).body();
        JsonNode read = client.read(path);
        assertEquals("\"NaN\"", read.path("fcastShare").toString());
        assertEquals("[null]", read.path("points").toString());
        assertTrue(read.path("releaseIds").isNull());
        for (String query : List.of(
                path + "?expand=true",
                "/Epics?$filter=title%20eq%20'odd'&expand=true",
                "/Epics?$filter=points/any(p:%20p/releaseId%20eq%201)",
                "/Epics?$filter=points/all(p:%20p/releaseId%20ne%201)",
                "/Epics?$filter=releaseIds/any(r:%20r%20eq%201)",
                "/Epics?$filter=releaseIds/$count%20eq%200",
                "/Epics?$filter=fcastShare%20gt%201",
                "/Epics?$orderby=fcastShare",
                path + "/auditlog")) {
            client.get(query).expect(200);
        }
        client.put(path, read.toString()).expectEmpty(204);
        client.patch(
                        path,
                        "[{\"op\":\"add\",\"path\":\"/points/-\",\"value\":null},{\"op\":\"remove\",\"path\":\"/links\"}]")
                .expectEmpty(204);
        Client.control(site, "GET", "/export", "", Map.of()).expect(200);
        Client.control(site, "GET", "/changes", "", Map.of()).expect(200);
        Client.control(site, "GET", "/integrity", "", Map.of()).expect(200);
    }
}
