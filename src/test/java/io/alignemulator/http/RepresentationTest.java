package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** How records look: keys, order, nulls, numbers, dates. */
@Tag("in-process")
class RepresentationTest extends BlackBox {

    private static final Pattern MILLIS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");

    @TestFactory
    @Rule("REPR-01")
    Stream<DynamicTest> everyRecordHasAllItsKeysInOrder() {
        return CATALOGUE.resources().stream()
                .filter(Resource::isServed)
                .filter(resource -> resource.routes().get(0).segments().size() == 1)
                .map(resource -> dynamicTest(resource.name(), () -> keysInOrder(resource)));
    }

    private void keysInOrder(Resource resource) {
        JsonNode rows = client().read("/" + resource.collection());
        for (JsonNode row : rows) {
            List<String> expected = resource.fields().stream()
                    .filter(field -> field.isPrinted() && (!field.is(Trait.OMIT_WHEN_NULL) || row.has(field.name())))
                    .map(Field::name)
                    .toList();
            JsonNode item = client().read("/" + resource.collection() + "/" + row.path("id"));
            assertEquals(expected, Answer.keys(row));
            assertEquals(expected, Answer.keys(item));
            assertTrue(!resource.has("self") || expected.indexOf("self") == expected.size() - 1, expected.toString());
        }
        assertTrue(rows.size() > 0);
    }

    @TestFactory
    @Rule({"REPR-02", "REPR-03", "REPR-14"})
    Stream<DynamicTest> everyValueIsWrittenAsItsTypeSays() {
        return seedResources().stream()
                .map(resource -> dynamicTest(resource.name(), () -> {
                    String list = client().get("/" + resource.collection())
                            .expect(200)
                            .body();
                    for (JsonNode row : client().read("/" + resource.collection())) {
                        resource.fields().forEach(field -> wellWritten(field, row.path(field.name()), list));
                    }
                }));
    }

    private static void wellWritten(Field field, JsonNode value, String list) {
        if (value.isNull() || value.isMissingNode()) {
            return;
        }
        String at = field.name() + " " + value;
        Kind kind = field.type().kind();
        if (kind == Kind.DATE_TIME) {
            assertTrue(MILLIS.matcher(value.asString()).matches(), at);
        } else if (kind == Kind.NUMBER) {
            assertTrue(DECIMAL.matcher(value.toString()).matches(), at);
            assertTrue(list.contains("\"" + field.name() + "\":" + value), at);
        } else if (kind == Kind.INTEGER) {
            assertTrue(value.isIntegralNumber(), at);
        } else if (kind == Kind.BOOLEAN) {
            assertTrue(value.isBoolean(), at);
        } else if (kind == Kind.STRING) {
            assertTrue(value.isString(), at);
        } else if (kind == Kind.ARRAY) {
            assertTrue(value.isArray(), at);
        }
    }

    @Test
    @Rule({"REPR-01", "REPR-03"})
    void aSmallRecordIsWrittenToTheByte() {
        String self = site().uri() + "/rest/align/api/2/cities/1";
        assertEquals(
                "{\"id\":1,\"name\":\"Default City\",\"regionId\":1,\"applyTimeTracking\":false,\"image\":null,\"lastUpdatedDate\":null,\"self\":\""
                        + self + "\"}",
                client().get("/Cities/1").body());
        assertEquals(
                "[" + client().get("/Cities/1").body() + "]",
                client().get("/cities").body());
    }

    @Test
    @Rule({"REPR-01", "REPR-17"})
    void nullsAreExplicit() {
        JsonNode story = client().read("/Stories/2");
        assertAll(
                () -> assertTrue(story.path("description").isNull()),
                () -> assertTrue(story.path("effortPoints").isNull()),
                () -> assertEquals("[]", story.path("releaseVehicleIds").toString()));
    }

    @Test
    @Rule("REPR-14")
    void decimalsPrintWithAFraction() {
        String task = client().get("/Tasks/1").body();
        assertAll(
                () -> assertTrue(task.contains("\"effortHours\":6.0,\"totalHours\":2.5"), task),
                () -> assertTrue(
                        client().get("/ReleaseVehicles/1").body().contains("\"storiesPercentComplete\":0.0,")));
        int id = client().create("/Tasks", "{\"title\":\"t\",\"storyId\":1,\"effortHours\":3,\"totalHours\":0.1}");
        String created = client().get("/Tasks/" + id).body();
        assertTrue(created.contains("\"effortHours\":3.0,\"totalHours\":0.1"), created);
    }

    @Test
    @Rule("REPR-03")
    void datesMayPrintWithoutAFraction() {
        try (EmulatedSite old = EmulatedSite.with(Settings.DATE_FORMAT, "seconds")) {
            assertEquals(
                    "2026-09-01T09:00:00Z",
                    old.client().read("/Epics/1").path("createDate").asString());
            assertEquals(
                    "2026-09-01T09:00:00Z",
                    old.client()
                            .read("/Epics?expand=true")
                            .get(0)
                            .path("createDate")
                            .asString());
            assertEquals(
                    "2026-09-01T09:00:00.000Z",
                    client().read("/Epics/1").path("createDate").asString());
        }
    }

    @Test
    @Rule("REPR-04")
    void customFieldsStandAtTheirPositions() {
        assertEquals(
                "[{\"customfield_90779\":[{\"value\":\"Chief Operating Officer\"}]},{\"customfield_90791\":[{\"value\":\"Monday\",\"id\":10}]}]",
                client().read("/Epics/1").path("customFields").toString());
        assertEquals(
                "[{\"customfield_90779\":null},{\"customfield_90791\":null}]",
                client().read("/Epics/4").path("customFields").toString());
        int id = client().create(
                        "/Epics",
                        "{\"title\":\"t\",\"primaryProgramId\":1,\"customFields\":[{\"customfield_90791\":[{\"value\":\"Friday\",\"id\":30}]}]}");
        assertEquals(
                "[{\"customfield_90779\":null},{\"customfield_90791\":[{\"value\":\"Friday\",\"id\":30}]}]",
                client().read("/Epics/" + id).path("customFields").toString());
    }

    @Test
    @Rule("REPR-04")
    void theListOfFeaturesHidesCustomFields() {
        client().read("/Features")
                .forEach(row -> assertTrue(row.path("customFields").isNull(), row.toString()));
        assertEquals(2, client().read("/Features/1").path("customFields").size());
        assertTrue(client().read("/Epics").get(0).path("customFields").isArray());
    }

    @Test
    @Rule("REPR-16")
    void editmetaNamesTheCustomFields() {
        JsonNode fields = client().read("/Epics/1/EditMeta").path("customfields");
        assertAll(
                () -> assertEquals(2, fields.size()),
                () -> assertEquals(
                        "customfield_90791", fields.get(1).path("key").asString()),
                () -> assertEquals("Steering day", fields.get(1).path("label").asString()),
                () -> assertEquals(
                        "Wednesday",
                        fields.get(1).path("allowedValues").get(1).path("value").asString()));
    }

    @Test
    @Rule("REPR-15")
    void tagsProcessStepsAndProgramTeams() {
        JsonNode epic = client().read("/Epics/1");
        JsonNode program = client().read("/Programs/3");
        assertAll(
                () -> assertEquals("claims,glass", epic.path("tags").asString()),
                () -> assertEquals("92", epic.path("processStepId").toString()),
                () -> assertEquals(
                        "92 - Implementing MVP", epic.path("processStepName").asString()),
                () -> assertTrue(
                        client().read("/Epics/4").path("processStepName").isNull()),
                () -> assertEquals("-1", program.path("teamId").toString()),
                () -> assertTrue(program.path("teamDescription").isNull()));
        client().replace("/Epics/2", "processStepId", "93").expect(204);
        assertEquals(
                "93 - Benefits review",
                client().read("/Epics/2").path("processStepName").asString());
    }

    @Test
    @Rule({"REPR-02", "USER-06"})
    void usersAreNamedByUid() {
        JsonNode user = client().read("/Users/7");
        assertEquals("jdoe", user.path("uid").asString());
        assertTrue(user.path("fullName").isNull());
        client().replace("/Stories/1", "ownerId", "\"jdoe\"").expect(204);
        JsonNode story = client().read("/Stories/1?expand=true");
        assertEquals("jdoe", story.path("ownerId").asString());
        assertEquals(7, story.path("owner").path("id").asInt());
    }

    @Test
    @Rule("ADDR-17")
    void theAboutPageNamesTheVersion() {
        Answer about = wire().get("/About");
        assertTrue(about.expect(200).header("content-type").startsWith("text/html"));
        assertTrue(about.body().contains("data-version=\"11.0.0\""), about.body());
        try (EmulatedSite other = EmulatedSite.with(ServerSettings.SITE_VERSION, "10.1 \"x\" <y>")) {
            String page = new Wire(other.uri(), other.token()).get("/about").body();
            assertTrue(page.contains("data-version=\"10.1 &quot;x&quot; &lt;y>\""), page);
        }
    }
}
