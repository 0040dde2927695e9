package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document that the server gives away, in the forms in which tools read it. */
class ApiDescriptionTest extends BlackBox {

    private static final String ADDRESS = "/rest/align/api/docs/v2/swagger.json";
    private static final String EPICS = "/paths/~1rest~1align~1api~12~1Epics";
    private static final List<String> OF_THE_SITE =
            List.of("application/json-patch+json", "application/json", "text/json", "application/*+json");

    @ParameterizedTest
    @ValueSource(strings = {"", "?openapi=3.0", "?media-types=site"})
    @Rule("EMUL-33")
    void itsServerIsTheAddressUnderWhichItWasAskedFor(String query) {
        assertEquals(
                site().uri().toString(), document(query).at("/servers/0/url").asString());
    }

    @Test
    @Rule("EMUL-33")
    void theOlderFormTellsNullInItsOwnWay() {
        JsonNode older = document("?openapi=3.0");
        assertEquals("3.0.3", older.path("openapi").asString());
        String description = "/components/schemas/EpicExpandedDto/properties/description";
        assertEquals("string", older.at(description + "/type").asString());
        assertTrue(older.at(description + "/nullable").asBoolean());
        assertEquals("3.1.0", document("?openapi=3.1").path("openapi").asString());
    }

    @Test
    @Rule("EMUL-33")
    void mediaTypesOfBodiesAreThoseOfTheSiteOnDemand() {
        for (String form : List.of("3.0", "3.1")) {
            JsonNode document = document("?openapi=" + form + "&media-types=site");
            for (String operation : List.of("/post", "~1{id}/put", "~1{id}/patch")) {
                JsonNode content = document.at(EPICS + operation + "/requestBody/content");
                assertEquals(OF_THE_SITE, List.copyOf(content.propertyNames()), operation);
            }
        }
        assertEquals(
                List.of("application/json"),
                List.copyOf(document("").at(EPICS + "/post/requestBody/content").propertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?openapi=2.0", "?openapi=", "?media-types=all"})
    @Rule("EMUL-33")
    void aFormThatThereIsNotIsRefused(String query) {
        assertTrue(wire().get(ADDRESS + query).expect(400).body().contains("openapi=3.0"));
    }

    /** Code that is generated from the real site's document sends plain objects under the type that stands first. */
    @Test
    @Rule("BODY-06")
    void objectsAreTakenUnderEveryMediaTypeOfTheSite() {
        List<Integer> ids = new ArrayList<>();
        for (String type : OF_THE_SITE) {
            Map<String, String> headers = Map.of("Content-Type", type.replace("*", "vnd.example"));
            String epic = "{\"title\": \"Under " + type + "\", \"primaryProgramId\": 1}";
            int id = client().send("POST", "/epics", headers, epic)
                    .expect(201)
                    .json()
                    .asInt();
            client().send("PUT", "/epics/" + id, headers, epic.replace("Under", "Still under"))
                    .expect(204);
            assertEquals(
                    "Still under " + type,
                    client().read("/epics/" + id).path("title").asString());
            ids.add(id);
        }
        assertEquals(4, ids.stream().distinct().count());
    }

    private JsonNode document(String query) {
        return wire().get(ADDRESS + query).expect(200).json();
    }
}
