package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is told of a record's past. */
@Tag("in-process")
class AuditLogTest extends BlackBox {

    private static String fragment(String label, String value) {
        return "<font class=\"fields\">" + label + "</font>: <font  class=\"values\">" + value + "</font>";
    }

    static Stream<Resource> audited() {
        return CATALOGUE.resources().stream()
                .filter(each -> each.isServed() && each.subResources().contains("auditlog"))
                .filter(each -> each.verbs().contains(io.alignemulator.catalogue.Verb.UPDATE));
    }

    @Test
    @Rule("REPR-05")
    void theFirstRowOfAnIdeaNamesItsFilledFields() {
        int id = client().create(
                        "/Ideas",
                        "{\"groupId\":3,\"title\":\"Fewer forms\",\"description\":\"<p>One page</p>\",\"ownerId\":\"2\",\"status\":1}");
        JsonNode rows = client().read("/Ideas/" + id + "/auditlog");
        String details = rows.get(0).path("details").asString();
        assertAll(
                () -> assertEquals(1, rows.size()),
                () -> assertTrue(details.startsWith("Izone created <font class=\"fields\">"), details),
                () -> assertTrue(details.contains(fragment("Title", "Fewer forms")), details),
                () -> assertTrue(details.contains(fragment("Description", "<p>One page</p>")), details),
                () -> assertTrue(details.contains(fragment("Group Id", "3")), details),
                () -> assertTrue(details.contains(fragment("Owner Id", "2")), details),
                () -> assertTrue(details.contains(fragment("Status", "Open")), details),
                () -> assertTrue(!details.contains("Company") && !details.contains("null"), details),
                () -> assertEquals("1", rows.get(0).path("changedBy").asString()));
    }

    @Test
    @Rule("REPR-05")
    void anIdeaOfTheFixturesHasOneToo() {
        JsonNode idea = client().read("/Ideas/1");
        JsonNode first = client().read("/Ideas/1/auditlog").get(0);
        assertTrue(first.path("details")
                .asString()
                .contains(fragment("Title", idea.path("title").asString())));
        assertEquals(idea.path("createDate"), first.path("auditTimeStamp"));
    }

    @ParameterizedTest
    @MethodSource("audited")
    @Rule("REPR-19")
    void anUpdateTellsWhoAndWhatItWasBefore(Resource resource) {
        String path = "/" + resource.collection() + "/"
                + client().get("/" + resource.collection()).ids().get(0);
        String key = Bodies.text(resource).name();
        String before = client().read(path).path(key).asString();
        int rows = client().read(path + "/auditlog").size();
        client().replace(path, key, "\"Once\"").expectEmpty(204);
        client().replace(path, key, "\"Twice\"").expectEmpty(204);
        client().replace(path, key, "\"Twice\"").expectEmpty(204);
        JsonNode log = client().read(path + "/auditlog");
        assertEquals(rows + 2, log.size(), log::toString);
        assertEquals(before, change(log.get(rows), "oldValue"));
        assertEquals("Once", change(log.get(rows), "newValue"));
        assertEquals("Once", change(log.get(rows + 1), "oldValue"));
        assertEquals("1", log.get(rows + 1).path("changedBy").asString());
        assertTrue(log.get(rows + 1).path("details").asString().contains("\">Twice</font>"), log::toString);
        if (client().read(path).path("createDate").isString()) {
            assertTrue(
                    log.get(0).path("details").asString().contains("\">" + before + "</font>"),
                    "what the record was when it came: " + log.get(0));
        }
    }

    private static String change(JsonNode row, String key) {
        return row.path("changes").get(0).path(key).asString();
    }

    @Test
    @Rule("REPR-19")
    void whatAWriteCarriesAlongIsToldByTheOtherRecord() {
        client().as("user:2|portfolio-manager")
                .replace("/Epics/1", "isCanceled", "1")
                .expectEmpty(204);
        JsonNode log = client().read("/Features/1/auditlog");
        JsonNode last = log.get(log.size() - 1);
        assertEquals("2", last.path("changedBy").asString());
        assertTrue(last.path("changes").toString().contains("Is Canceled"), last::toString);
    }
}
